/** From a draft outwards: check, publication, preview, export, filing, bundle. */
import { fail } from '../../../shared/contract/result.ts';
import type { Handlers } from './handlers.ts';

type Names =
  | 'draft.check'
  | 'draft.publication'
  | 'draft.preview'
  | 'draft.previewPage'
  | 'draft.export'
  | 'draft.file'
  | 'draft.destroyRegister'
  | 'draft.bundle'
  | 'draft.unbundle';

const later = () => fail('host/unavailable');

export const issueHandlers: Handlers<Names> = {
  'draft.check': later,
  'draft.publication': later,
  'draft.preview': later,
  'draft.previewPage': later,
  'draft.export': later,
  'draft.file': later,
  'draft.destroyRegister': later,
  'draft.bundle': later,
  'draft.unbundle': later,
};
