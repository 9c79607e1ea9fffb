/** Every way a call can fail: one code, one exit code for scripts, one HTTP status, one sentence for the user. */
import type { Detail } from './result.ts';

/** Exit codes of the command line: 2 usage · 3 refused by guard or verification · 4 bad input · 5 archive · 1 internal. */
const codes = {
  'usage/unknown-command': { exit: 2, status: 400 },
  'usage/invalid': { exit: 2, status: 400 },
  'usage/unknown-format': { exit: 2, status: 400 },
  'guard/blocked': { exit: 3, status: 409 },
  'verify/leak': { exit: 3, status: 409 },
  'input/invalid': { exit: 4, status: 400 },
  'input/unreadable': { exit: 4, status: 400 },
  'input/unsupported': { exit: 4, status: 415 },
  'input/too-large': { exit: 4, status: 413 },
  'input/timeout': { exit: 4, status: 408 },
  'draft/invalid': { exit: 4, status: 400 },
  'draft/newer-version': { exit: 4, status: 409 },
  'draft/not-found': { exit: 4, status: 404 },
  'draft/unknown-person': { exit: 4, status: 409 },
  'template/invalid': { exit: 4, status: 400 },
  'template/unknown': { exit: 4, status: 404 },
  'export/not-writable': { exit: 4, status: 409 },
  'export/disk-full': { exit: 4, status: 507 },
  'export/missing-glyphs': { exit: 4, status: 409 },
  'export/layout': { exit: 4, status: 409 },
  'export/unsupported-block': { exit: 4, status: 409 },
  'bundle/wrong-passphrase': { exit: 4, status: 403 },
  'archive/none': { exit: 5, status: 404 },
  'archive/exists': { exit: 5, status: 409 },
  'archive/foreign': { exit: 5, status: 409 },
  'archive/wrong-passphrase': { exit: 5, status: 403 },
  'archive/weak-passphrase': { exit: 5, status: 400 },
  'archive/in-use': { exit: 5, status: 409 },
  'archive/damaged': { exit: 5, status: 409 },
  'archive/newer-version': { exit: 5, status: 409 },
  'archive/locked': { exit: 5, status: 423 },
  'archive/not-writable': { exit: 5, status: 409 },
  'archive/disk-full': { exit: 5, status: 507 },
  'archive/no-backup': { exit: 5, status: 404 },
  'archive/not-found': { exit: 5, status: 404 },
  'archive/stale-revision': { exit: 5, status: 409 },
  'host/forbidden': { exit: 1, status: 403 },
  'host/cancelled': { exit: 1, status: 499 },
  'host/unavailable': { exit: 1, status: 503 },
  internal: { exit: 1, status: 500 },
} as const;

export type ErrorCode = keyof typeof codes;

export const errorCodes = Object.keys(codes) as readonly ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(codes, value);
}

/** The exit code that the command line ends with. */
export function exitCode(code: ErrorCode): number {
  return codes[code].exit;
}

/** The HTTP status that the browser host answers with. */
export function httpStatus(code: ErrorCode): number {
  return codes[code].status;
}

/** The sentence that the user reads: what happened, what is kept, what to do. */
export function sentence(code: ErrorCode, detail: Detail = {}): string {
  const at = detail['at'] === undefined || detail['at'] === '' ? '' : ` (at ${detail['at']})`;
  switch (code) {
    case 'usage/unknown-command':
      return `There is no command “${detail['command'] ?? ''}”. Run “rapporteur --help” for the list.`;
    case 'usage/invalid':
      return `${detail['reason'] ?? 'The command line is not complete'}. Run “rapporteur --help” for what it takes.`;
    case 'usage/unknown-format':
      return `There is no format “${detail['format'] ?? ''}”. Choose from docx, pdf, html, md, txt and json.`;
    case 'guard/blocked':
      if (detail['act'] === 'bundle')
        return `No file was made: a name of the register stands in ${detail['where'] ?? 'the text (the Check panel shows it)'}. Take it out first, or hand the register on as well.`;
      if (detail['where'] !== undefined)
        return `The register is kept: one of its names stands in ${detail['where']}. Take it out first, while it can still be found.`;
      if (detail['act'] === 'destroy')
        return `The register is kept: ${detail['count'] ?? 'some'} findings block this draft. Correct them first, while names can still be found.`;
      return `${detail['count'] === 1 ? 'One finding blocks' : `${detail['count'] ?? 'Some'} findings block`} the export: no file was written. Correct what they tell, or keep each with a reason.`;
    case 'verify/leak':
      return `No file was written: a protected word was found in ${detail['stream'] ?? 'the file'}. Correct the text there, then export again.`;
    case 'input/invalid':
      return `Something in what was sent is not as expected${at}. Nothing was changed.`;
    case 'input/unreadable':
      return `The file ${detail['file'] ?? ''} cannot be read: ${detail['reason'] ?? 'it is damaged or incomplete'}. The file was left as it is; try another copy of it.`;
    case 'input/unsupported':
      return `Files of this kind cannot be imported: ${detail['file'] ?? ''}. Save it as DOCX, PDF, text, HTML, Markdown or CSV first.`;
    case 'input/too-large':
      return `The file ${detail['file'] ?? ''} is larger than can be read safely (${detail['limit'] ?? 'over the limit'}). Split it and import the parts.`;
    case 'input/timeout':
      return `Reading ${detail['file'] ?? 'the file'} took too long and was stopped. Nothing was changed; try a simpler copy of it.`;
    case 'draft/invalid':
      return `This is not a valid draft${at}: ${detail['reason'] ?? 'a part has the wrong form'}. The file was left as it is.`;
    case 'draft/newer-version':
      return `This draft was written by a newer version of Rapporteur. Update the program to open it; the draft is kept as it is.`;
    case 'draft/not-found':
      return 'This draft is no longer here. Look in the trash on the Desk.';
    case 'draft/unknown-person':
      return `The text refers to a person who is not in the register${at}. Choose the speaker again, or take the reference out.`;
    case 'template/invalid':
      return `This template has a fault${at}: ${detail['reason'] ?? 'a part has the wrong form'}. Correct it there.`;
    case 'template/unknown':
      return `There is no template “${detail['id'] ?? ''}”. Run “rapporteur templates” for the list.`;
    case 'export/not-writable':
      return `The file cannot be written${at}: ${detail['reason'] ?? 'the folder refuses it'}. Choose another folder; nothing was left half-written.`;
    case 'export/disk-full':
      return 'The disk is full: no file was written. Free some space or choose another disk, then export again.';
    case 'export/missing-glyphs':
      return `The bundled fonts have no sign for ${detail['characters'] ?? 'some characters'}${at}. Replace them, then export again.`;
    case 'export/layout':
      return `The pages could not be laid out: ${detail['reason'] ?? 'the layout refused the document'}. Correct the place named, then export again.`;
    case 'export/unsupported-block':
      return `Block ${detail['at'] ?? ''} cannot be exported to this format. Change it to a paragraph or choose another format.`;
    case 'bundle/wrong-passphrase':
      return 'The passphrase does not open this bundle. Ask the sender for it; nothing was changed.';
    case 'archive/none':
      return 'There is no archive in this folder. Choose another folder, or create an archive here.';
    case 'archive/exists':
      return 'There is already an archive in this folder. Open it, or choose an empty folder.';
    case 'archive/foreign':
      return 'This folder holds other files and is no archive of Rapporteur. Choose an empty folder; nothing was changed.';
    case 'archive/wrong-passphrase':
      return 'The passphrase does not open this archive. Try again, or use the recovery key; nothing was changed.';
    case 'archive/weak-passphrase':
      return `This passphrase is too easy to guess: ${detail['reason'] ?? 'make it longer'}. Four unrelated words are a good start.`;
    case 'archive/in-use':
      return `This archive is open elsewhere (${detail['owner'] ?? 'another program'}). Close it there, then try again.`;
    case 'archive/damaged':
      return `This archive is damaged${at}. It was closed and nothing in it was overwritten. Restore the newest verified backup.`;
    case 'archive/newer-version':
      return 'This archive was written by a newer version of Rapporteur. Update the program to open it; nothing was changed.';
    case 'archive/locked':
      return 'The archive is locked. Everything was saved; unlock it to go on.';
    case 'archive/not-writable':
      return `The archive’s folder cannot be written: ${detail['reason'] ?? 'permission is missing'}. Give permission or move the archive; what was saved is kept.`;
    case 'archive/disk-full':
      return 'The disk is full: the last change is not saved. Free some space; it is tried again, and nothing saved before is lost.';
    case 'archive/no-backup':
      return 'There is no verified backup to restore. The damaged file was left untouched; keep a copy of the folder.';
    case 'archive/not-found':
      return `${detail['what'] ?? 'What was asked for'} is not in this archive. Search again; it may have been removed.`;
    case 'archive/stale-revision':
      return `This draft was saved elsewhere meanwhile (revision ${detail['newest'] ?? '?'}). Both versions are kept: reload, or save yours as a copy.`;
    case 'host/forbidden':
      return 'This was refused for safety. Go back to the window of Rapporteur and try again from there.';
    case 'host/cancelled':
      return 'Stopped, as asked. Nothing was changed.';
    case 'host/unavailable':
      return 'This cannot be done here. Use the desktop app, or choose another way.';
    case 'internal':
      return 'Something went wrong inside Rapporteur. What was saved is safe; try again, or restart the program.';
    default:
      return assertNever(code);
  }
}

function assertNever(code: never): never {
  throw new Error(`no sentence for ${String(code)}`);
}
