import { fail } from '../../../../shared/contract/result.ts';
import type { Run } from '../command.ts';

const run: Run = async () => fail('host/unavailable');
export const runs = { create: run, stats: run, verify: run, backup: run, restore: run, 'change-passphrase': run, export: run };
