/** How the guard reads: forms of writing, the register's affiliations, the kind of text, places and replacements. */
import { describe, expect, it } from 'vitest';
import { affiliationTagger } from '../../shared/guard/affiliations.ts';
import { isReport } from '../../shared/guard/genre.ts';
import { checkPublication, checkText } from '../../shared/guard/guard.ts';
import type { Person } from '../../shared/people/person.ts';
import type { PubBlock } from '../../shared/publication/publication.ts';
import { lexicon } from './lexicon.ts';
import { publicationOf } from './publication.ts';
import { corpusRegister, person } from './register.ts';

const found = (text: string, people: readonly Person[] = []) => {
  const { block, warn } = checkText({ paragraphs: [{ text, label: '', anchor: 'b1' }], rule: 'chatham-house', lexicon, language: 'en', people });
  return [...block, ...warn].filter((one) => one.check !== 19);
};
const checksOf = (text: string, people: readonly Person[] = []) => found(text, people).map((one) => one.check);

describe('[GRD-F] what looks the same reads the same', () => {
  const text = 'The permanent representative of Finland said: "My ministry\'s first office was searched in June, and I found the file."';
  const plain = checksOf(text);
  it('finds something to compare', () => expect(plain.length).toBeGreaterThan(1));
  it.each([
    ['two spaces', text.replaceAll(' ', '  ')],
    ['tabs', text.replaceAll(' ', '\t')],
    ['ligatures', text.replaceAll('fi', 'ﬁ')],
    ['modifier apostrophe', text.replaceAll("'", 'ʼ')],
    ['low quotation marks', text.replace(/"([^"]*)"/, '„$1“')],
    ['guillemets', text.replace(/"([^"]*)"/, '« $1 »')],
  ])('%s', (_, form) => expect(checksOf(form)).toEqual(plain));
  it('a place in a text with doubled spaces is told in the offsets of the text', () => {
    const [hit] = found('One  colleague  from  Norway  agreed.');
    expect(hit?.quote).toBe('One  colleague  from  Norway');
  });
  it('a name broken over a line end', () => expect(checksOf('The point of Lind-\nqvist was taken.', corpusRegister)).toContain(1));
});

describe('[GRD-2] affiliations of the register are words of the patterns', () => {
  const people = [
    ...corpusRegister,
    person('x', 'Zofia Quellmark', { affiliation: 'Orvane' }),
    person('y', 'Ivo Trastamund', { affiliation: 'Early Action Desk' }),
  ];
  it.each([
    'Orvane agreed with it.',
    'According to Orvane, gauges drift.',
    'Orvane’s view was shared.',
    'One participant (Orvane) agreed.',
    'Orvane: gauges drift.',
    'The Orvanese colleague disagreed.',
    'The EAD colleague cautioned against it.',
    'The Early Action Desk cautioned against it.',
  ])('flags: %s', (text) => expect(checksOf(text, people)).toContain(2));
  it.each([
    'Early warning in shared river basins saves lives, said one diplomat.',
    'In Orvane, gauges drift. Orvane published its plan in 2021.',
    'Action was taken. Desk research came first.',
  ])('leaves: %s', (text) => expect(checksOf(text, people)).not.toContain(2));
  it('no register, no tagger', () => expect(affiliationTagger([person('z', 'Nobody Known')])).toBeUndefined());
});

describe('a report that never speaks of a meeting', () => {
  const line = 'Families along the lower river rebuilt their homes twice, and the district paid for the second roof only. ';
  const report = line.repeat(14);
  it('is told by its words, and only where it is long enough', () => {
    expect(isReport([report], 'en', lexicon)).toBe(true);
    expect(isReport([line], 'en', lexicon)).toBe(false);
    expect(isReport([`${report} One participant disagreed.`], 'en', lexicon)).toBe(false);
    expect(isReport([report.replaceAll('twice', 'tw\u200bice'), 'The Chat\u200bham House Rule applied.'], 'en', lexicon)).toBe(false);
  });
  it('a word that parliaments and agreements have too does not make it a meeting', () => {
    expect(isReport([`${report} The bill was laid before the Speaker.`], 'en', lexicon)).toBe(true);
    expect(isReport([`${report} The panel met. The discussion was long.`], 'en', lexicon)).toBe(false);
  });
  it.each(['The European Union stated that it had helped.', 'Economists at the OECD found no fall.', 'France insisted on a clause.'])(
    'no speaker: %s',
    (text) => {
      expect(checksOf(`${report} ${text}`)).not.toContain(2);
    },
  );
  it('a delegate is one all the same', () => expect(checksOf(`${report} The French delegate doubted it.`)).toContain(2));
  it('may hold a foreword and a beneficiary’s words', () => {
    const own = 'When I joined the board in 2018 we had two boats. "My daughters walked for two hours," says Amina, who sells fish with her daughter.';
    expect(checksOf(`${report} ${own}`)).toEqual([]);
  });
  it('may say what somebody told its authors', () => {
    const told = 'A farmer said that he had lost his mill.';
    expect(checksOf(told)).toContain(5);
    expect(checksOf(`${report} ${told}`)).not.toContain(5);
    expect(checksOf(`${report} ${told}`, corpusRegister)).toContain(5);
  });
  it('still keeps contacts and notes for the editor out', () => expect(checksOf(`${report} Write to m.orr@lakes.example. [check this]`)).toEqual([15, 16]));
});

describe('places', () => {
  const at = (block: Record<string, unknown>, index: number) => ({ anchor: `b${index + 1}`, ...block }) as unknown as PubBlock;
  const leak = [{ text: 'A colleague from Norway agreed.' }];
  const body = [
    { type: 'paragraph', role: 'plain', content: leak },
    { type: 'heading', level: 1, content: [{ text: 'Key conclusions' }] },
    { type: 'bullet', level: 1, content: [{ text: 'Gauges drift.' }] },
    { type: 'bullet', level: 1, content: leak },
    { type: 'paragraph', role: 'plain', content: leak },
    { type: 'numbered', number: 10, label: '10.', content: leak },
    { type: 'subitem', level: 1, ordinal: 4, label: 'iv.', restart: false, content: leak },
  ].map(at);
  it('say section and position', () => {
    const { block } = checkPublication({ publication: publicationOf(body), people: corpusRegister, lexicon });
    const labels = block.filter((one) => one.check === 2).map((one) => one.at.label);
    expect(labels).toEqual(['paragraph 1', 'Key conclusions 2', 'Key conclusions, par. 1', 'para 10', 'para 10 iv']);
  });
});

describe('[GRD-1] a name is replaced by what the rule says of its person', () => {
  const replaced = (text: string) => found(text, corpusRegister).filter((one) => one.check === 1).map(({ quote, replacement }) => [quote, replacement]); // biome-ignore format: one line
  it.each([
    ['Lindqvist asked for time.', 'Lindqvist', 'One diplomat'],
    ['It was put to Ambassador Adaeze Okonkwo twice.', 'Ambassador Adaeze Okonkwo', 'one diplomat'],
    ["The worry was Lindqvist's.", 'Lindqvist', 'one diplomat'],
  ])('%s', (text, quote, replacement) => expect(replaced(text)).toEqual([[quote, replacement]]));
  it('not where two people bear it', () => {
    const twins = [...corpusRegister, person('li2', 'Berit Lindqvist')];
    expect(found('Lindqvist asked for time.', twins).find((one) => one.check === 1)?.replacement).toBeNull();
  });
});

describe('a finding quotes the whole of what must go', () => {
  const quotes = (text: string, language: string) =>
    checkText({ paragraphs: [{ text, label: '' }], rule: 'chatham-house', lexicon, language }).block.map((one) => one.quote);
  it.each([
    ['a number before a full stop', 'Appeler le 06 44 21 13 14. Merci.', '06 44 21 13 14'],
    ['a file with underlines', 'Le fichier reste pv_LR_v2.docx pour tous.', 'pv_LR_v2.docx'],
    ['a file in a folder', 'Voir depot.example/notes/pv_LR_v2.docx demain.', 'depot.example/notes/pv_LR_v2.docx'],
  ])('%s', (_, text, whole) => expect(quotes(text, 'fr')).toContain(whole));
  it('the pronoun, not what joins it', () => {
    const { warn } = checkText({
      paragraphs: [{ text: 'Le port manque de bras, a-t-elle ajouté.', label: '' }],
      rule: 'chatham-house',
      lexicon,
      language: 'fr',
    });
    expect(warn.map((one) => one.quote)).toEqual(['elle']);
  });
});
