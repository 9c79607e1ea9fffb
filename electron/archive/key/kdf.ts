/** Argon2id (RFC 9106) from a passphrase to a key, with bounds on its cost that hold when an archive is opened. */
import argon2 from '@node-rs/argon2';

/** @property memoryKiB memory in KiB @property passes iterations @property lanes parallelism */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Nothing cheaper is accepted at creation or at open: 64 MiB, 3 passes, 4 lanes. */
export const kdfFloor: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };
/** Nothing dearer is tried at open: a forged header must not exhaust the machine. */
export const kdfCeiling: KdfCost = { memoryKiB: 1024 * 1024, passes: 10, lanes: 16 };
/** Where calibration starts: about 0.7 s on a usual laptop. */
const start: KdfCost = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 };
const argon2id = 2;

export function isCostAllowed(cost: KdfCost): boolean {
  const within = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high;
  return (
    within(cost.memoryKiB, kdfFloor.memoryKiB, kdfCeiling.memoryKiB) &&
    within(cost.passes, kdfFloor.passes, kdfCeiling.passes) &&
    within(cost.lanes, kdfFloor.lanes, kdfCeiling.lanes)
  );
}

/** 32 bytes from the passphrase in NFKC form, so that the same words typed on another keyboard open the archive. */
export async function derive(passphrase: string, salt: Uint8Array, cost: KdfCost): Promise<Buffer> {
  return argon2.hashRaw(passphrase.normalize('NFKC'), {
    algorithm: argon2id,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    salt,
  });
}

/** Finds a cost that takes 0.5 to 1 s here: memory is halved while the machine is slower, doubled while it is faster.
 *  One trial in the middle is the usual case. More than 512 MiB is never chosen, so that a
 *  smaller machine can open the archive too. */
export async function calibrate(): Promise<KdfCost> {
  const trial = async (cost: KdfCost) => {
    const began = performance.now();
    await derive('a passphrase to measure with', Buffer.alloc(16, 7), cost);
    return performance.now() - began;
  };
  let cost = start;
  let took = await trial(cost);
  while (took > 1000 && cost.memoryKiB > kdfFloor.memoryKiB) {
    cost = { ...cost, memoryKiB: cost.memoryKiB / 2 };
    took /= 2;
  }
  if (took < 400 && cost.memoryKiB === start.memoryKiB) cost = { ...cost, memoryKiB: cost.memoryKiB * 2 };
  return cost;
}
