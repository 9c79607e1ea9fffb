/**
 * The bundled faces. Layout knows no other font: system fonts never reach a page, and a character that no bundled face
 * has a sign for is told before layout. All faces are open-licensed files that come with npm packages.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Coverage, coverageOf } from './cmap.ts';

/** A family, the package that carries it, its files (upright first), and the scripts it is taken for. */
interface Family {
  readonly name: string;
  readonly package: string;
  readonly files: readonly string[];
  /** Beside Latin type: the only characters it may set, as a pattern that reads the same here and in the layout language. */
  readonly covers?: string;
}

const serif: Family = {
  name: 'Source Serif 4',
  package: '@expo-google-fonts/source-serif-4',
  files: [
    '400Regular/SourceSerif4_400Regular.ttf',
    '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    '600SemiBold/SourceSerif4_600SemiBold.ttf',
    '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  ],
};
const sans: Family = {
  name: 'Source Sans 3',
  package: '@expo-google-fonts/source-sans-3',
  files: [
    '400Regular/SourceSans3_400Regular.ttf',
    '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
    '600SemiBold/SourceSans3_600SemiBold.ttf',
    '600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  ],
};
const naskh: Family = {
  name: 'Noto Naskh Arabic',
  package: '@expo-google-fonts/noto-naskh-arabic',
  files: ['400Regular/NotoNaskhArabic_400Regular.ttf', '600SemiBold/NotoNaskhArabic_600SemiBold.ttf'],
  covers: '[\\p{Script=Arabic}\\u{60C}\\u{61B}\\u{61F}\\u{640}\\u{64B}-\\u{655}\\u{660}-\\u{66D}]',
};
const chinese: Family = {
  name: 'Noto Serif SC',
  package: '@expo-google-fonts/noto-serif-sc',
  files: ['400Regular/NotoSerifSC_400Regular.ttf', '600SemiBold/NotoSerifSC_600SemiBold.ttf'],
};
const latin = [serif, sans];

/** One entry of the layout's list of faces. */
export interface Face {
  readonly name: string;
  readonly covers?: string;
}

/** What one document is set with. `key` names the set: documents with equal keys share a compiler. */
export interface FontSet {
  readonly key: string;
  readonly files: readonly string[];
  readonly faces: readonly Face[];
  readonly coverage: Coverage;
}

const arabicSign = /\p{Script=Arabic}/u;
const chineseSign = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Only the faces that the document needs: the Chinese ones alone are 29 MB.
 *  @param family a Latin family of the house style; an unknown one falls to the serif, since no other is bundled */
export function fontSet(language: string, text: string, family: string): FontSet {
  const main = latin.find(({ name }) => name === family) ?? serif;
  const families = [main];
  if (arabicSign.test(text)) families.push(naskh);
  const inChinese = language.startsWith('zh');
  if (inChinese || chineseSign.test(text)) families.push(chinese);
  const faces = families.map(({ name, covers }): Face => (covers === undefined ? { name } : { name, covers }));
  if (inChinese) faces[0] = { name: main.name, covers: 'latin-in-cjk' };
  return {
    key: families.map(({ name }) => name).join('+'),
    files: families.flatMap((one) => one.files.map((file) => join(folderOf(one), file))),
    faces,
    coverage: union(families.map(upright)),
  };
}

const require = createRequire(import.meta.url);

function folderOf(family: Family): string {
  return dirname(require.resolve(`${family.package}/package.json`));
}

const coverages = new Map<string, Coverage>();

/** Faces of one family cover the same characters; the upright one speaks for all. */
function upright(family: Family): Coverage {
  const known = coverages.get(family.name);
  if (known !== undefined) return known;
  const coverage = limited(coverageOf(readFileSync(join(folderOf(family), family.files[0] ?? ''))), family.covers);
  coverages.set(family.name, coverage);
  return coverage;
}

function union(parts: readonly Coverage[]): Coverage {
  return { has: (codePoint) => parts.some((part) => part.has(codePoint)) };
}

function limited(coverage: Coverage, covers: string | undefined): Coverage {
  if (covers === undefined) return coverage;
  const pattern = new RegExp(covers, 'u');
  return { has: (codePoint) => pattern.test(String.fromCodePoint(codePoint)) && coverage.has(codePoint) };
}
