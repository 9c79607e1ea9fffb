/** Import: files are read in a disposable process; what was read waits here until it is filed or made a draft. */
import { fail } from '../../../shared/contract/result.ts';
import type { Handlers } from './handlers.ts';

const later = () => fail('host/unavailable');

export const importHandlers: Handlers<'import.read' | 'import.source' | 'import.file' | 'import.draft'> = {
  'import.read': later,
  'import.source': later,
  'import.file': later,
  'import.draft': later,
};
