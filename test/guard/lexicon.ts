/** The shipped lexicon, read from templates/lexicon as the core reads it. */
import { readFileSync } from 'node:fs';
import { lexiconFiles, readLexicon } from '../../shared/guard/lexicon.ts';

export const lexicon = readLexicon(
  Object.fromEntries(lexiconFiles.map((name) => [name, JSON.parse(readFileSync(new URL(`../../templates/lexicon/${name}.json`, import.meta.url), 'utf8'))])),
);
