/** A draft as its revisions and journal hold it: without its register and without the bytes of its pictures. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Change } from '../../shared/contract/calls/draft.ts';
import type { Asset, Draft } from '../../shared/document/draft.ts';
import type { Person } from '../../shared/people/person.ts';
import { getAsset, putAsset } from './assets.ts';
import type { Db } from './db.ts';

type StoredAsset = Omit<Asset, 'base64'> & { readonly sha256: string };
type Assets = Readonly<Record<string, Asset>>;
type StoredAssets = Readonly<Record<string, StoredAsset>>;

/** The parts of a draft that go to tables of their own. */
export type StoredDraft = Omit<Draft, 'people' | 'assets'> & { readonly assets: StoredAssets };
type Set = NonNullable<Change['set']>;
export interface StoredChange {
  readonly operations: Change['operations'];
  readonly set?: Omit<Set, 'people' | 'assets'> & { readonly assets?: StoredAssets };
}

/** Moves the pictures' bytes to their table; the register is left to the caller. */
export function toStored(db: Db, draft: Draft): StoredDraft {
  const { people: _, assets, ...rest } = draft;
  return { ...rest, assets: storeAssets(db, assets) };
}

export function fromStored(db: Db, stored: StoredDraft, people: readonly Person[]): Draft {
  return { ...stored, people: [...people], assets: loadAssets(db, stored.assets) };
}

export function toStoredChange(db: Db, change: Change): StoredChange {
  if (change.set === undefined) return { operations: change.operations };
  const { people: _, assets, ...rest } = change.set;
  return { operations: change.operations, set: assets === undefined ? rest : { ...rest, assets: storeAssets(db, assets) } };
}

/** Everything but the register, which the caller reads for the sequence that it wants. */
export function fromStoredChange(db: Db, stored: StoredChange): Change {
  if (stored.set === undefined) return { operations: stored.operations };
  const { assets, ...rest } = stored.set;
  return { operations: stored.operations, set: assets === undefined ? rest : { ...rest, assets: loadAssets(db, assets) } };
}

export function pack(stored: StoredDraft): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(stored)));
}

export function unpack(body: Uint8Array): StoredDraft {
  return JSON.parse(inflateRawSync(body).toString('utf8')) as StoredDraft;
}

export function hashesIn(assets: StoredAssets | undefined): string[] {
  return Object.values(assets ?? {}).map((asset) => asset.sha256);
}

function storeAssets(db: Db, assets: Assets): StoredAssets {
  return Object.fromEntries(Object.entries(assets).map(([id, { base64, ...rest }]) => [id, { ...rest, sha256: putAsset(db, Buffer.from(base64, 'base64')) }]));
}

function loadAssets(db: Db, assets: StoredAssets): Record<string, Asset> {
  return Object.fromEntries(
    Object.entries(assets).map(([id, { sha256, ...rest }]) => [id, { ...rest, base64: getAsset(db, sha256)?.toString('base64') ?? '' }]),
  );
}
