/** Templates as a house changes them: what names nothing is refused with its file and place. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary } from '../../electron/core/library.ts';
import { sentence } from '../../shared/contract/errors.ts';

const shipped = join(import.meta.dirname, '../../templates');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-library-'));
  for (const part of ['reports', 'marking', 'house-style']) cpSync(join(shipped, part), join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Json = Record<string, unknown>;

/** Changes one member of a template's file: a path, and what stands there now. */
function change(file: string, path: string, value: unknown): void {
  const at = join(folder, 'reports', file);
  const template: unknown = JSON.parse(readFileSync(at, 'utf8'));
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce((node, step) => (node as Json)[step], template) as Json;
  holder[last] = value;
  writeFileSync(at, JSON.stringify(template));
}

const told = () => {
  const read = readLibrary(folder);
  if (read.ok) return null;
  const { code, detail } = read.error;
  return { code, at: String(detail?.['at']), reason: String(detail?.['reason']) };
};

describe('[LIB-1] a name that leads nowhere', () => {
  it.each([
    ['conference.json', 'titleField', 'heading', 'conference.json: titleField', 'There is no field “heading”'],
    ['summary.json', 'houseStyle', 'corporate', 'summary.json: houseStyle', 'There is no house style “corporate”'],
    ['briefing.json', 'audiences.0.ceiling', 'secret', 'briefing.json: audiences.0.ceiling', 'There is no level of the scheme “un” called “secret”'],
    ['briefing.json', 'marking.scheme', 'house', 'briefing.json: marking.scheme', 'There is no marking scheme “house”'],
    ['dialogues.json', 'sections.0.opens', ['gone'], 'dialogues.json: sections.0.opens', 'There is no fixed text “gone”'],
    ['dialogues.json', 'sections.0.dateline', 'In {town}', 'dialogues.json: sections.0.dateline', 'There is no field “town”'],
    ['roundtable.json', 'fields.1.id', 'title', 'roundtable.json: fields.1.id', 'A second field is called “title”'],
  ])('%s, %s', (file, path, value, at, reason) => {
    change(file, path, value);
    expect(told()).toMatchObject({ code: 'template/invalid', at });
    expect(told()?.reason).toMatch(new RegExp(`^${reason}(, and \\d+ more like it)?$`));
  });
});

it('[LIB-2] two files with one id: both are named', () => {
  cpSync(join(folder, 'reports/summary.json'), join(folder, 'reports/zz-ours.json'));
  expect(told()).toMatchObject({ at: 'zz-ours.json: id', reason: 'the id “summary” is that of summary.json' });
});

it('[LIB-3] a house’s own copy under its own id is one of the library’s templates; the sentence says what to do', () => {
  cpSync(join(folder, 'reports/summary.json'), join(folder, 'reports/ours.json'));
  change('ours.json', 'id', 'ours');
  const read = readLibrary(folder);
  expect(read.ok && read.value.templates.has('ours')).toBe(true);
  change('ours.json', 'codeField', 'number-9');
  expect(sentence('template/invalid', told() ?? {})).toBe(
    'This template has a fault (at ours.json: codeField): There is no field “number-9”. Correct it there.',
  );
});
