/** The log: event codes, ids and counts, one JSON line each, to stderr. Content can reach it by no path: values are checked. */

/** What may stand in a line: a code from our own vocabulary, or a number. */
export type Fact = number | boolean | Code;
/** "draft.open", "archive/damaged": letters, digits and -./ only, short. */
export type Code = string & { readonly code: unique symbol };

const shape = /^[a-z][a-zA-Z0-9./-]{0,60}$/;

/** A string as a code, or "-" where it has another shape than our own vocabulary. */
export function code(text: string, vocabulary: (text: string) => boolean): Code {
  return (shape.test(text) && vocabulary(text) ? text : '-') as Code;
}

export type Log = (event: Event, facts?: Readonly<Record<string, Fact>>) => void;
type Event = 'fault' | 'refused' | 'started' | 'stopped' | 'locked' | 'lost';

/** A log that writes lines with `write`. An error's message and stack never enter it: they can hold content. */
export function makeLog(write: (line: string) => void): Log {
  return (event, facts = {}) => write(`${JSON.stringify({ event, ...facts })}\n`);
}

/** A log that says nothing. */
export const silent: Log = () => {};

const ours = /^(?:[A-Z][A-Za-z]{2,40}Error|Error)$/;
const system = /^(?:E[A-Z]{2,20}|SQLITE_[A-Z_]{2,40}|ERR_[A-Z_]{2,60})$/;

/** What may be said about a thrown value: its class and its system code, never its message. */
export function faultFacts(error: unknown): Readonly<Record<string, Fact>> {
  const name = error instanceof Error && ours.test(error.name) ? error.name : 'unknown';
  const systemCode = error instanceof Error && 'code' in error && typeof error.code === 'string' && system.test(error.code) ? error.code : '';
  return { error: name as Code, code: systemCode as Code, ...placeFacts(error) };
}

/** The innermost frame in our own code, as file and line. */
function placeFacts(error: unknown): Readonly<Record<string, Fact>> {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frame = /^\s+at .*?(?:electron|shared|dist)\/([\w./-]+\.[jt]s):(\d+):\d+\)?$/m.exec(stack);
  return frame?.[1] === undefined ? {} : { file: frame[1] as Code, line: Number(frame[2]) };
}
