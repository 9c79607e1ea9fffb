/** Reads templates/ once: every file is validated; a wrong one is refused with its file and the path of the fault. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { parseDraft } from '../../shared/document/parse.ts';
import { type Lexicon, lexiconFiles, readLexicon } from '../../shared/guard/lexicon.ts';
import { lexiconFault } from '../../shared/guard/lexicon-fault.ts';
import { MarkingScheme } from '../../shared/marking/scheme.ts';
import { HouseStyle } from '../../shared/publication/house-style.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import { checkTemplate } from '../../shared/template/check-template.ts';
import type { Library } from '../../shared/template/library.ts';
import { Template } from '../../shared/template/schema.ts';
import { programRoot } from './root.ts';

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function read<S extends z.ZodType>(file: string, schema: S): Result<z.output<S>> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return fail('template/invalid', { at: basename(file), reason: 'it is no JSON' });
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail('template/invalid', { at: `${basename(file)}: ${issue?.path.join('.') ?? ''}`, reason: issue?.message ?? 'a part has the wrong form' });
}

/** By id; a file's name tells whoever has to correct it where a fault stands. */
function readFolder<S extends z.ZodType<{ readonly id: string }>>(folder: string, schema: S): Result<Map<string, { file: string; value: z.output<S> }>> {
  const found = new Map<string, { file: string; value: z.output<S> }>();
  for (const path of jsonFiles(folder)) {
    const file = basename(path);
    const one = read(path, schema);
    if (!one.ok) return one;
    const taken = found.get(one.value.id);
    if (taken !== undefined) return fail('template/invalid', { at: `${file}: id`, reason: `the id “${one.value.id}” is that of ${taken.file}` });
    found.set(one.value.id, { file, value: one.value });
  }
  return ok(found);
}

/** All templates, marking schemes and house styles of a `templates/` folder. A house may add its own, so each template is checked for names
 *  that lead nowhere before a draft is made of it. @fails template/invalid detail.at names the file and the place in it */
export function readLibrary(folder: string = join(programRoot(), 'templates')): Result<Library> {
  const templates = readFolder(join(folder, 'reports'), Template);
  if (!templates.ok) return templates;
  const markings = readFolder(join(folder, 'marking'), MarkingScheme);
  if (!markings.ok) return markings;
  const houseStyles = readFolder(join(folder, 'house-style'), HouseStyle);
  if (!houseStyles.ok) return houseStyles;
  const library = { templates: values(templates.value), markings: values(markings.value), houseStyles: values(houseStyles.value) };
  for (const { file, value } of templates.value.values()) {
    const [fault, ...more] = checkTemplate(value, library);
    if (fault === undefined) continue;
    const others = more.length === 0 ? '' : `, and ${more.length} more like it`;
    return fail('template/invalid', { at: `${file}: ${fault.at}`, reason: fault.message.replace(/\.$/, '') + others });
  }
  return ok(library);
}

function values<T>(files: ReadonlyMap<string, { readonly value: T }>): Map<string, T> {
  return new Map([...files].map(([id, { value }]) => [id, value]));
}

/** The guard's words in every language. @fails template/invalid a file is missing, half-written or has the wrong form, or one of its patterns
 *  cannot be read; `detail.at` names the place */
export function readLexicons(folder: string = join(programRoot(), 'templates', 'lexicon')): Result<Lexicon> {
  const files: Record<string, unknown> = {};
  for (const name of lexiconFiles) {
    try {
      files[name] = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    } catch (error) {
      return fail('template/invalid', { at: `lexicon/${name}.json`, reason: error instanceof SyntaxError ? 'it is no JSON' : 'it cannot be read' });
    }
  }
  const fault = lexiconFault(files);
  return fault === null ? ok(readLexicon(files)) : fail('template/invalid', { at: `lexicon/${fault.at}`, reason: fault.reason });
}

/** The fictional sample draft of a template. @fails template/unknown there is none */
export function readSample(template: string, folder: string = join(programRoot(), 'templates')): Result<Draft> {
  const file = jsonFiles(join(folder, 'samples')).find((path) => basename(path, '.json') === template);
  if (file === undefined) return fail('template/unknown', { id: template });
  return parseDraft(JSON.parse(readFileSync(file, 'utf8')));
}

/** The house style that a publication is set in. @fails template/invalid it is not in the library */
export function houseStyleOf(publication: Publication, library: Library): Result<HouseStyle> {
  const style = library.houseStyles.get(publication.houseStyle);
  return style === undefined ? fail('template/invalid', { at: 'houseStyle', reason: `there is no house style “${publication.houseStyle}”` }) : ok(style);
}
