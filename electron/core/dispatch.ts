/** The one door to the core: parse first, never throw. Hosts hand every call through here. */
import { type ApiName, api, type CoreName, isApiName } from '../../shared/contract/api.ts';
import { isErrorCode } from '../../shared/contract/errors.ts';
import { type Failure, fail, type Result } from '../../shared/contract/result.ts';
import { firstIssue } from '../../shared/document/parse.ts';
import type { Core } from './core.ts';
import { handlers } from './handlers/handlers.ts';
import { type Code, code, faultFacts } from './log.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>;

export interface DispatchOptions {
  /** Tests also parse what handlers give: a value outside its schema is a fault. */
  readonly checkOutputs?: boolean;
}

/** Makes the door of one core. A call that is unknown, belongs to the host or has a wrong input never reaches a handler. */
export function makeDispatch(core: Core, options: DispatchOptions = {}): Dispatch {
  return async (name, raw) => {
    if (!isApiName(name) || api[name].kind === 'host') return fail('input/invalid');
    const parsed = api[name].input.safeParse(raw);
    if (!parsed.success) return fail('input/invalid', placeOf(parsed.error));
    try {
      const result = await handlerFor(name as CoreName)(core, parsed.data);
      return options.checkOutputs === true ? checked(name, result) : result;
    } catch (error) {
      return fault(core, name, error);
    }
  };
}

type AnyHandler = (core: Core, input: unknown) => Promise<Result<unknown>>;

function handlerFor(name: CoreName): AnyHandler {
  return handlers[name] as AnyHandler;
}

/** Only the path: a message of the schema library can quote what was sent. */
function placeOf(error: Parameters<typeof firstIssue>[0]): { at: string } {
  return { at: firstIssue(error).at.slice(0, 200) };
}

function checked(name: ApiName, result: Result<unknown>): Result<unknown> {
  if (!result.ok) return result;
  const parsed = api[name].output.safeParse(result.value);
  if (!parsed.success) throw new TypeError(`the answer of ${name} is outside its schema at ${placeOf(parsed.error).at}`);
  return result;
}

/** A thrown value becomes a code. The archive throws its own failures through transactions: those keep theirs. */
function fault(core: Core, name: ApiName, error: unknown): Failure {
  const carried = carriedFailure(error);
  if (carried !== null) return carried;
  core.log('fault', { call: code(name, isApiName), ...faultFacts(error) });
  return fail('internal', { call: name as Code });
}

function carriedFailure(error: unknown): Failure | null {
  if (typeof error !== 'object' || error === null || !('failure' in error)) return null;
  const { failure } = error as { failure: unknown };
  if (typeof failure !== 'object' || failure === null || !('error' in failure)) return null;
  return isErrorCode((failure as Failure).error.code) ? (failure as Failure) : null;
}
