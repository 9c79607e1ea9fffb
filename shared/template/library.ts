/** The data that the pure layer works with. The core reads it from `templates/` once and hands it in. */
import type { MarkingScheme } from '../marking/scheme.ts';
import type { HouseStyle } from '../publication/house-style.ts';
import type { Template } from './schema.ts';

export interface Library {
  readonly templates: ReadonlyMap<string, Template>;
  readonly markings: ReadonlyMap<string, MarkingScheme>;
  readonly houseStyles: ReadonlyMap<string, HouseStyle>;
}
