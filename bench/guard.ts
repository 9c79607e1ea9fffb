/** Milliseconds to check 100 pages, as processor time of all threads and, where it says so, as a user waits: the corpus, where every sentence is a
 *  clue, and the prose of the samples. Cold (first look, words compiled), warm (nothing kept), and after one edit (incremental). */
import { readFileSync } from 'node:fs';
import { checkPublication, GuardMemo } from '../shared/guard/guard.ts';
import { lexiconFiles, readLexicon } from '../shared/guard/lexicon.ts';
import type { Person } from '../shared/people/person.ts';
import type { PubBlock, Publication } from '../shared/publication/publication.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const lexicon = readLexicon(Object.fromEntries(lexiconFiles.map((name) => [name, JSON.parse(read(`templates/lexicon/${name}.json`))])));
const sentences = read('test/guard/corpus/en.jsonl').trim().split('\n').map((line) => (JSON.parse(line) as { text: string }).text); // biome-ignore format: one line
/** A page of a report holds about 450 words. */
const words = 100 * 450;

/** What the samples say, block by block. */
const prose = ['roundtable', 'dialogues', 'summary', 'conference', 'briefing', 'horizon-scan'].flatMap((name) => [...read(`templates/samples/${name}.json`).matchAll(/"text": ?"([^"]{60,})"/g)].map((match) => match[1] ?? '')); // biome-ignore format: one line

function publication(sentences: readonly string[]): Publication {
  const body: PubBlock[] = [];
  let count = 0;
  for (let n = 0; count < words; n += 1) {
    const text = [...Array.from({ length: 4 }, (_, at) => sentences[(n * 4 + at) % sentences.length]), `(${n})`].join(' ');
    count += text.split(' ').length;
    body.push({ type: 'paragraph', anchor: `b${n + 1}`, role: 'plain', content: [{ text }] });
  }
  return {
    format: 'rapporteur/publication', version: 1, template: { id: 'dialogues', title: 'Dialogues', version: '1.0' }, language: 'en-GB', direction: 'ltr', title: 'Report', running: 'Report', code: null, dates: null,
    rule: 'chatham-house', marking: null, audience: { id: 'public', title: 'Public' }, copy: null, houseStyle: 'plain', fileName: 'report', fields: {}, front: [], back: [], body, notes: [], assets: {},
  }; // biome-ignore format: a literal
}

function people(count: number): Person[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    code: `P${n}`,
    name: `Vorna${n % 26} Nachsur${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + (n % 23))}mann`,
    category: 'diplomat',
    consent: 'none' as const,
  }));
}

function time(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 100) / 10;
}

/** As `time`, on the clock. */
function wait(run: () => void): number {
  const start = performance.now();
  run();
  return Math.round((performance.now() - start) * 10) / 10;
}

const document = publication(sentences);
const ordinary = publication(prose);
const register = people(40);
const cold = time(() => checkPublication({ publication: document, people: register, lexicon }));
const warm = Math.min(...[1, 2, 3].map(() => time(() => checkPublication({ publication: document, people: register, lexicon }))));
const memo = new GuardMemo();
checkPublication({ publication: document, people: register, lexicon, memo });
const edits = [1, 2, 3, 4, 5].map((edit) => {
  const body = document.body.with(10, { type: 'paragraph', anchor: 'b11', role: 'plain', content: [{ text: `One participant disagreed (${edit}).` }] });
  return time(() => checkPublication({ publication: { ...document, body }, people: register, lexicon, memo }));
});
const pages = words / 450;
const best = (run: () => number) => Math.min(...[1, 2, 3].map(run));
const waited = best(() => wait(() => checkPublication({ publication: document, people: register, lexicon })));
console.log(JSON.stringify({ bench: 'guard', pages, text: 'clues', paragraphs: document.body.length, cold, warm, waited, incremental: edits.toSorted((a, b) => a - b)[2] })); // biome-ignore format: one line
const look = () => checkPublication({ publication: ordinary, people: register, lexicon });
console.log(JSON.stringify({ bench: 'guard', pages, text: 'prose', paragraphs: ordinary.body.length, warm: best(() => time(look)), waited: best(() => wait(look)) })); // biome-ignore format: one line

/** A conference: everybody stands for a body, holds an office, and has sent notes. */
const bodies = ['Merovan', 'Kestrian', 'Tarvel', 'Ardane', 'Sellane'].flatMap((place) => ['Harbour Authority', 'Institute of Tides', 'Ministry of Fisheries', 'Relief Union'].map((body) => `${place} ${body}`)); // biome-ignore format: one line
const offices = ['ambassador', 'Deputy Director of the Office of Legal Affairs', 'hydrologist', 'head of delegation', 'Special Adviser on Coastal Protection'];
const conference = people(500).map((person, n) => ({ ...person, affiliation: `${bodies[n % bodies.length]} ${n % 7 === 0 ? '' : n % 40}`.trim(), role: n % 4 === 0 ? 'member' : `${offices[n % offices.length]} ${n % 50}` })); // biome-ignore format: one line
const crowd = Math.min(...[1, 2, 3].map(() => time(() => checkPublication({ publication: document, people: conference, lexicon }))));
console.log(JSON.stringify({ bench: 'guard', pages, people: conference.length, warm: crowd }));
