/** Writes docs/guard-corpus.md: how well the guard does on its labelled corpus, part by part. Run after a change of lexicon or corpus. */
import { writeFileSync } from 'node:fs';
import { languages } from '../shared/guard/lexicon.ts';
import { confusion, falseFlags, type Row, readCorpus, type Sentence } from '../test/guard/corpus/corpus.ts';

const titles = { en: 'English', fr: 'French', es: 'Spanish' };
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((part / whole) * 1000) / 10} %`);

function table(rows: readonly Row[]): string {
  const lines = rows
    .filter((row) => row.planted > 0 || row.extra > 0)
    .map((row) => `| ${row.check} | ${row.name} | ${row.planted} | ${row.hit} | ${row.planted - row.hit} | ${row.extra} | ${percent(row.hit, row.planted)} |`);
  return ['| check | name | planted | found | missed | flagged besides | recall |', '|---|---|---|---|---|---|---|', ...lines].join('\n');
}

function part(title: string, sentences: readonly Sentence[], language: (typeof languages)[number]): string {
  const rows = confusion(sentences, language);
  const { words, flags } = falseFlags(sentences, language);
  const [planted, hit] = [rows.reduce((sum, row) => sum + row.planted, 0), rows.reduce((sum, row) => sum + row.hit, 0)];
  const clean = `Clean report: ${words} words, ${flags.length} false ${flags.length === 1 ? 'flag' : 'flags'}.`;
  return `### ${title}: ${sentences.length} sentences\n\n${table(rows)}\n\nAll together ${hit} of ${planted} (${percent(hit, planted)}). ${clean}\n`;
}

const sections = languages.map((language) => {
  const all = readCorpus(language);
  const tuned = all.filter((one) => one.held !== true);
  const held = all.filter((one) => one.held === true);
  return `## ${titles[language]}\n\n${part('Tuned on', tuned, language)}\n${part('Held out', held, language)}`;
});

const head = `# How well the guard does

Written by \`scripts/guard-corpus.ts\`. The corpus (\`test/guard/corpus/*.jsonl\`) is our own: fictional people, invented sentences, labelled with the
checks that must find something in each. It is read against a fictional register in which every category fits three people.

- **Tuned on**: the lexicon was written while looking at these sentences. The numbers say that nothing fell back; they are no forecast.
- **Held out**: written apart, most of them before their family was worked on; some have been seen since. A floor, not a forecast.
- "Flagged besides" counts sentences flagged by a check that they are not labelled with. Most are leaks of two kinds at once; in clean sentences
  they are false flags, and these are counted below each table, over paragraphs of four sentences.

## The forecast

Whole summaries of meetings, written without sight of the guard or of this corpus, with clues marked by their writers; read without a register, once, before
anything was mended for them. They stay outside the project. "Right" is a finding of the check that the writer names, "any" a finding on the words.

| set | clues | right | any | false findings beside, in 300 words |
|---|---|---|---|---|
| two English sets, before who speaks was read from the sentence (decision 12) | 398 | 41 % | 48 % | 0.4 |
| English, plain style, half way | 123 | 52 % | 63 % | 0.2 |
| English, afterwards | 212 | 74 % | 76 % | 0.6 |
| English, last | 95 | 75 % | 77 % | 0.7 |
| French, last | 46 | 96 % | 96 % | 0.2 |
| Spanish, last | 48 | 79 % | 83 % | 1.8 (nine of ten warn only) |

Clean reports of the same writers: none in the last two at first sight; reports of public conferences that name their speakers by function had up to 3.6 in 300
words, until public records were told apart. In 28,000 words of real public English texts 0.4 in 300 words, most of them quotation marks in summaries, which are
meant to warn; in French and Spanish 0.1.

The gates in \`test/guard/corpus.test.ts\`: names 100 %, other blocking checks 98 %, at most one false flag in 300 words.

`;
writeFileSync(new URL('../docs/guard-corpus.md', import.meta.url), head + sections.join('\n'));
