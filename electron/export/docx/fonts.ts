/**
 * The house's typeface travels in the document, so that it looks on every machine as it was issued (the fonts' licence allows it).
 * Embedded fonts are obfuscated as the format asks (ISO/IEC 29500-4, 15.2.13): the first 32 bytes XORed with the key.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Face {
  readonly slot: 'embedRegular' | 'embedBold' | 'embedItalic' | 'embedBoldItalic';
  readonly file: string;
  readonly key: string;
}

/** Only families whose regular, bold and italic names Word understands; keys are constants, so the bytes are the same each time. */
const families: Readonly<Record<string, { readonly package: string; readonly faces: readonly Face[] }>> = {
  'Source Serif 4': {
    package: '@expo-google-fonts/source-serif-4',
    faces: [
      { slot: 'embedRegular', file: '400Regular/SourceSerif4_400Regular.ttf', key: '5A1D6E30-9C1B-4F7A-8E52-3B0C6D9E1F01' },
      { slot: 'embedBold', file: '700Bold/SourceSerif4_700Bold.ttf', key: '5A1D6E30-9C1B-4F7A-8E52-3B0C6D9E1F02' },
      { slot: 'embedItalic', file: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf', key: '5A1D6E30-9C1B-4F7A-8E52-3B0C6D9E1F03' },
      { slot: 'embedBoldItalic', file: '700Bold_Italic/SourceSerif4_700Bold_Italic.ttf', key: '5A1D6E30-9C1B-4F7A-8E52-3B0C6D9E1F04' },
    ],
  },
};

export interface EmbeddedFonts {
  /** Part name → obfuscated bytes. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** word/_rels/fontTable.xml.rels; null where nothing is embedded. */
  readonly relations: string | null;
  /** Family → the elements that its entry in the font table takes. */
  readonly elements: ReadonlyMap<string, string>;
}

const cache = new Map<string, Uint8Array>();

/** What embedding these families takes. A family that is not shipped is named only, and Word takes its own fallback. */
export function embedFonts(names: readonly string[]): EmbeddedFonts {
  const parts = new Map<string, Uint8Array>();
  const elements = new Map<string, string>();
  const relations: string[] = [];
  for (const name of names) {
    const family = families[name];
    if (family === undefined) continue;
    const own = family.faces.map((face) => {
      const part = `fonts/font${parts.size + 1}.odttf`;
      const id = `rId${parts.size + 1}`;
      parts.set(`word/${part}`, obfuscated(family.package, face));
      relations.push(`<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="${part}"/>`);
      return `<w:${face.slot} r:id="${id}" w:fontKey="{${face.key}}"/>`;
    });
    elements.set(name, own.join(''));
  }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
  return { parts, elements, relations: relations.length === 0 ? null : `${head}${relations.join('')}</Relationships>` };
}

function obfuscated(packageName: string, { file, key }: Face): Uint8Array {
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const mask = Uint8Array.from(Buffer.from(key.replaceAll('-', ''), 'hex')).reverse();
  for (let at = 0; at < 32; at++) bytes[at] = (bytes[at] ?? 0) ^ (mask[at % 16] ?? 0);
  cache.set(key, bytes);
  return bytes;
}

/** Whether bytes are the house's own typeface as it is embedded: the same in every document. */
export function isHouseFont(bytes: Uint8Array): boolean {
  const faces = Object.values(families).flatMap((family) => family.faces.map((face) => obfuscated(family.package, face)));
  return bytes.length > 10_000 && faces.some((face) => face.length === bytes.length && Buffer.compare(face, bytes) === 0);
}
