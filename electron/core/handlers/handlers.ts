/** Every call that the core answers, by area. Deleting one is a type error. */
import type { CoreName, Output, Parsed } from '../../../shared/contract/api.ts';
import type { Result } from '../../../shared/contract/result.ts';
import type { Core } from '../core.ts';
import { archiveHandlers } from './archive.ts';
import { draftHandlers } from './draft.ts';
import { importHandlers } from './import.ts';
import { issueHandlers } from './issue.ts';
import { searchHandlers } from './search.ts';
import { templateHandlers } from './template.ts';

export type Handler<N extends CoreName> = (core: Core, input: Parsed<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
export type Handlers<N extends CoreName = CoreName> = { readonly [K in N]: Handler<K> };

export const handlers: Handlers = {
  ...archiveHandlers,
  ...templateHandlers,
  ...draftHandlers,
  ...issueHandlers,
  ...importHandlers,
  ...searchHandlers,
};
