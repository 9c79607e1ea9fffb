import { fail } from '../../../../shared/contract/result.ts';
import type { Run } from '../command.ts';
export const run: Run = async () => fail('host/unavailable');
