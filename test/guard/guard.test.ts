import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPublication, checkText, GuardMemo } from '../../shared/guard/guard.ts';
import { matrix } from '../../shared/guard/matrix.ts';
import { oneTypo } from '../../shared/guard/names.ts';
import { type RuleId, ruleIds } from '../../shared/people/rule.ts';
import type { PubBlock } from '../../shared/publication/publication.ts';
import { lexicon } from './lexicon.ts';
import { publicationOf } from './publication.ts';
import { person, register } from './register.ts';

const check = (paragraphs: readonly (string | PubBlock)[], more: Partial<Parameters<typeof checkPublication>[0]> = {}, publication = {}) =>
  checkPublication({ publication: publicationOf(paragraphs, publication), people: register, lexicon, ...more });
const numbers = (findings: ReturnType<typeof check>) => [...findings.block, ...findings.warn].map((one) => one.check);

/** One sentence per check that reads single regions. */
const planted: Readonly<Record<number, string>> = {
  1: 'As Okonkwo argued, this is overdue.',
  2: 'The Norwegian delegate doubted it.',
  3: 'The former finance minister present disagreed.',
  4: 'A female ambassador from the Pacific asked for time.',
  5: 'One participant said she had refused.',
  6: 'This was tried in my ministry.',
  7: 'One diplomat said: “States are the only actors who can do this.”',
  8: 'Speaking in Portuguese, one delegate objected.',
  9: 'The first speaker after lunch disagreed.',
  11: 'All but one supported this.',
  12: 'One participant, whose office was searched last month, agreed.',
  13: 'Her deputy later disagreed.',
  14: 'The meeting was attended by Norway, Kenya and Chile.',
  15: 'Write to a.person@example.org about it.',
  16: '[STRICTLY PROTECT] This came from the field.',
};

describe('[GRD-M] the rule × check matrix', () => {
  const cases = ruleIds.flatMap((rule) => Object.keys(planted).map((number) => ({ rule, number: Number(number) })));
  it.each(cases)('$rule, check $number', ({ rule, number }) => {
    // Affiliations of the register's own people: check 2 runs under `named` for people without consent.
    const people = [...register, person('no', 'Hjalmar Brekkestad', { affiliation: 'Norwegian Institute' })];
    const found = numbers(check([planted[number] ?? ''], { people }, { rule }));
    expect(found.includes(number)).toBe(matrix[rule].includes(number));
  });
  it('a section’s stricter rule decides over the document’s', () => {
    const strict: PubBlock = { type: 'paragraph', anchor: 'b1', role: 'plain', rule: 'chatham-house', content: [{ text: planted[2] ?? '' }] };
    expect(numbers(check([strict], {}, { rule: 'affiliation' }))).toContain(2);
    expect(numbers(check([planted[2] ?? ''], {}, { rule: 'affiliation' }))).not.toContain(2);
  });
  it('under `named` only people without consent are guarded', () => {
    const people = register.map((one) => (one.id === 'ok' ? { ...one, consent: 'named' as const } : one));
    expect(numbers(check([planted[1] ?? ''], { people }, { rule: 'named' }))).not.toContain(1);
    expect(numbers(check(['As Lindqvist argued, no.'], { people }, { rule: 'named' }))).toContain(1);
    expect(numbers(check([planted[1] ?? ''], { people }))).toContain(1);
  });
});

describe('regions', () => {
  it('[GRD-R1] title, file name, headings, notes, captions, alt text, tables, links, front and back matter are read', () => {
    const name = 'Okonkwo';
    const figure: PubBlock = {
      type: 'figure',
      anchor: 'b2',
      asset: 'a',
      label: 'Figure 1',
      content: [{ text: `${name} speaks` }],
      credit: `Photo ${name}`,
      alt: `${name} at a desk`,
    };
    const table: PubBlock = { type: 'table', anchor: 'b3', label: 'Table 1', caption: `By ${name}`, headerRows: 0, widths: [1], rows: [[[{ text: name }]]] };
    const heading: PubBlock = { type: 'heading', anchor: 'b4', level: 1, content: [{ text: `What ${name} said` }] };
    const link: PubBlock = { type: 'paragraph', anchor: 'b5', role: 'plain', content: [{ text: 'source', href: 'https://example.org/okonkwo' }] };
    const matter = [{ role: 'meta' as const, lines: [`Thanks to ${name}`] }];
    const { block } = check(
      [figure, table, heading, link],
      {},
      {
        title: `${name}’s report`,
        running: name,
        fileName: 'notes-Okonkwo-final',
        fields: { rapporteur: [name] },
        front: matter,
        back: matter,
        notes: [{ number: 1, content: [{ text: `See ${name}` }] }],
      },
    );
    const regions = new Set(block.map((one) => one.at.region));
    for (const region of ['title', 'running', 'file-name', 'field', 'front', 'back', 'note', 'caption', 'alt', 'credit', 'table', 'heading', 'link'])
      expect(regions).toContain(region);
  });
  it('[GRD-R2] what the rule wrote is free of 1 to 4, and is a speaker for the others', () => {
    const block: PubBlock = {
      type: 'paragraph',
      anchor: 'b1',
      role: 'plain',
      content: [{ text: 'A representative of Norway', attributed: true }, { text: ' said she had refused.' }],
    };
    expect(numbers(check([block], { people: [] }))).toEqual([5]);
    expect(numbers(check(['A representative of Norway said she had refused.'], { people: [] }))).toEqual([2, 5]);
  });
  it('[GRD-R3] fields, fixed texts and captions are free of 2 and 14', () => {
    const fixed: PubBlock = {
      type: 'fixed-text',
      anchor: 'b1',
      function: 'own-account',
      content: [{ text: 'Participants included Norway, Kenya and Chile.' }],
    };
    expect(numbers(check([fixed], {}, { fields: { hosts: ['The Norwegian ambassador said yes', 'Participants included Norway and Chile'] } }))).toEqual([]);
  });
  it('[GRD-R4] a stem with somebody’s initials, a marking that is not printed, a portion above the marking', () => {
    const marking = { id: 'conf', label: 'Confidential', banner: 'CONFIDENTIAL', tone: 'confidential' as const, printed: false };
    const strict: PubBlock = { type: 'paragraph', anchor: 'b1', role: 'plain', portion: '(SC)', content: [{ text: 'Something strict.' }] };
    expect(numbers(check(['Quiet.'], {}, { fileName: 'notes-AL-final' }))).toEqual([15]);
    expect(numbers(check(['Quiet.'], {}, { marking }))).toEqual([18]);
    expect(numbers(check([strict], {}, { marking: { ...marking, printed: true } }))).toEqual([18]);
    expect(numbers(check([{ ...strict, portion: '(U)' }]))).toEqual([]);
    expect(numbers(check(['Quiet.'], {}, { marking: { ...marking, printed: true } }))).toEqual([]);
  });
});

describe('findings', () => {
  it('[GRD-F1] ids outlive edits elsewhere; overrides need a reason', () => {
    const origins = new Map([
      ['b1', 'draft-7'],
      ['b2', 'draft-7'],
    ]);
    const first = check(['As Okonkwo argued, no.'], { origins }).block[0];
    const later = check(['A new first paragraph.', 'As Okonkwo argued, no.'], { origins }).block[0];
    expect(later?.id).toBe(first?.id);
    const id = first?.id ?? '';
    expect(check(['As Okonkwo argued, no.'], { origins, overrides: [{ id, reason: 'She asked to be named here.' }] }).block).toEqual([]);
    expect(check(['As Okonkwo argued, no.'], { origins, overrides: [{ id, reason: 'ok' }] }).block).toHaveLength(1);
  });
  it('[GRD-F2] the quote is the text as typed, at its place', () => {
    const text = 'As Lind\u200dqvist put it, no.';
    const [hit] = check([text]).block;
    expect(hit?.quote).toBe('Lind\u200dqvist');
    expect(text.slice(hit?.at.start, hit?.at.end)).toBe(hit?.quote);
  });
  it('[GRD-F3] the same findings with a memo, and after an edit', () => {
    const memo = new GuardMemo();
    const texts = Object.values(planted);
    expect(check(texts, { memo })).toEqual(check(texts));
    const edited = texts.with(3, 'A quiet sentence about indicators.');
    expect(check(edited, { memo })).toEqual(check(edited));
    expect(check(edited, { memo, k: 1 })).toEqual(check(edited, { k: 1 }));
    expect(check(edited, { memo, people: [] })).toEqual(check(edited, { people: [] }));
  });
  it('[GRD-F4] a small set gets a wording that fits', () => {
    const [hit] = check(['A female diplomat from the Pacific agreed.']).block;
    expect(hit?.replacement).toBe('One diplomat');
    const [other] = check(['Another UN official agreed.']).block;
    expect(other?.replacement).toBe('Another participant');
  });
  it('[GRD-F5] statements left to a reader are counted', () => {
    expect(check(['One diplomat argued this.', 'Background on the treaty.']).human).toBe(1);
  });
});

describe('typed words behind what the rule wrote', () => {
  const said = (wording: string, typed: string): PubBlock => ({
    type: 'paragraph',
    anchor: 'b1',
    role: 'plain',
    content: [{ text: wording, attributed: true }, { text: typed }],
  });
  const people = [...register, person('no', 'Hjalmar Brekkestad', { affiliation: 'Orvane' })];
  it.each([
    [' of Orvane agreed.', 2, 'of Orvane'],
    [' from Norway doubted it.', 2, 'from Norway'],
    [' of the World Bank agreed.', 2, 'of the World Bank'],
    [', whose office was searched last month, agreed.', 12, 'whose office was searched last month'],
    [' agreed.', null, null],
    [', in closing, agreed that replies come late.', null, null],
  ])('[GRD-2] “One diplomat%s”', (typed, number, quote) => {
    const { block, warn } = check([said('One diplomat', typed)], { people });
    expect([...block, ...warn].filter((one) => one.check === 2 || one.check === 12).map((one) => [one.check, one.quote])).toEqual(
      number === null ? [] : [[number, quote]],
    );
  });
  it('[GRD-2] what is typed behind a speaker can go without harm to the sentence, and is offered so', () => {
    const { block } = check([said('One diplomat', ' of Orvane agreed.')], { people });
    expect(block.map((one) => [one.quote, one.replacement])).toEqual([['of Orvane', '']]);
  });
  it('[GRD-4] a region typed behind a category is counted with it; the category alone is the rule’s', () => {
    const [few, none] = [' from the Pacific agreed.', ' agreed.'].map((typed) => check([said('One diplomat', typed)]).block.filter((one) => one.check === 4));
    expect(few?.map((one) => [one.quote, one.replacement])).toEqual([['from the Pacific', null]]);
    expect(none).toEqual([]);
  });
});

describe('structure and tallies', () => {
  const structure = {
    caveats: [
      { function: 'rule-applies', title: 'The rule', present: false },
      { function: 'x', title: 'Other', present: false, reason: 'agreed by all' },
    ],
    missingSections: ['Key questions'],
  };
  it('[GRD-19] missing caveats and sections, pull quotes, references', () => {
    expect(check(['Quiet.'], { structure }).warn.map((one) => one.quote)).toEqual(['The rule', 'Key questions']);
    const pull: PubBlock = { type: 'pull-quote', anchor: 'b1', beside: null, content: [{ text: 'Early warning matters' }] };
    expect(numbers(check([pull, 'Early warning, it was felt, matters.']))).toEqual([19]);
    expect(numbers(check([pull, 'It was said that early warning matters.']))).toEqual([]);
    const para: PubBlock = {
      type: 'numbered',
      anchor: 'b1',
      number: 1,
      label: '1.',
      content: [{ text: 'As said (see para 9 above), no. Paragraph 5 of the resolution.' }],
    };
    expect(numbers(check([para]))).toEqual([19]);
  });
  it('[GRD-19] a position whose opposite is gone warns at its own words', () => {
    const { warn, block } = check(['Quiet.', 'It was felt that the gauge is read too late.'], {
      structure: { ...structure, missingSections: [], caveats: [], lostOpposites: ['b2', 'b9'] },
    });
    expect([block, warn.map(({ quote, at }) => [quote, at.anchor])]).toEqual([[], [['It was felt that the gauge', 'b2']]]);
  });
  it.each([
    ['a capital, quotation marks and an ellipsis', '“A warning that no one must answer…”', true],
    ['emphasis inside', 'no one must answer', true],
    ['a word cut short', 'A warning that no one must ans', false],
    ['words that nobody wrote', 'Something nobody wrote', false],
    ['words over two paragraphs', 'is a record. The gauge', false],
  ])('[GRD-19] pull quote with %s', (_name, quote, stands) => {
    const pull: PubBlock = { type: 'pull-quote', anchor: 'b1', beside: null, content: [{ text: quote }] };
    const body: PubBlock = {
      type: 'paragraph',
      anchor: 'b2',
      role: 'plain',
      content: [{ text: 'It was felt that a warning that ' }, { text: 'no one', bold: true }, { text: ' must answer is a record.' }],
    };
    expect(numbers(check([pull, body, 'The gauge was read.']))).toEqual(stands ? [] : [19]);
  });
  it('[GRD-19] a quantifier that the tally does not bear out; one tally changes one finding', () => {
    const texts = ['Most participants supported it.', 'Several participants agreed.'];
    const tallies = new Map([
      ['b1', { for: 9, against: 5 }],
      ['b2', { for: 4, against: 5 }],
    ]);
    expect(check(texts, { tallies, attendance: 16 }).warn).toEqual([]);
    const weak = check(texts, { tallies: new Map([...tallies, ['b1', { for: 3, against: 5 }]]), attendance: 16 });
    expect(weak.warn.map((one) => [one.check, one.at.anchor])).toEqual([[19, 'b1']]);
  });
  it('[GRD-19] a speaker as the rule words them is no quantifier: the typed one behind it is held against the tally', () => {
    const content = [{ text: 'One participant', attributed: true as const }, { text: ' agreed. Most participants supported it.' }];
    const para: PubBlock = { type: 'paragraph', anchor: 'b1', role: 'plain', content };
    const { warn } = check([para], { tallies: new Map([['b1', { for: 2, against: 0 }]]), attendance: 6 });
    expect(warn.map((one) => [one.check, one.quote])).toEqual([[19, 'Most participants']]);
  });
  it('[GRD-11] "most" where fewer than k were against', () => {
    expect(numbers(check(['Most participants supported it.'], { tallies: new Map([['b1', { for: 9, against: 1 }]]), attendance: 12 }))).toContain(11);
    expect(numbers(check(['Most participants supported it.'], { tallies: new Map([['b1', { for: 9, against: 5 }]]), attendance: 16 }))).not.toContain(11);
  });
});

describe('bad input', () => {
  it('[GRD-B1] duplicate codes, empty and one-letter names, people without category are findings, no crash', () => {
    const people = [person('a', ''), person('b', 'X'), person('c', 'Real Namington', { code: 'A', category: '' })];
    const { warn } = check(['One participant agreed with X.'], { people });
    expect(warn.filter((one) => one.check === 19)).toHaveLength(4);
  });
  it('[GRD-B2] empty, very long and odd texts', () => {
    for (const text of ['', ' ', '\n\n', '“', '"""', '((((', '\ud800', 'a'.repeat(50_000), '@', 'A.', '. . .', '???'])
      expect(() => check([text])).not.toThrow();
  });
  it('[GRD-B3] 500 people', () => {
    const people = Array.from({ length: 500 }, (_, n) => person(`p${n}`, `Vorname${n} Nachsurname${String.fromCharCode(97 + (n % 26))}${n}x`));
    expect(() => check(Object.values(planted), { people })).not.toThrow();
  });
});

describe('[GRD-X] changes of form never change a verdict', () => {
  const shape = (findings: ReturnType<typeof check>) => [...findings.block, ...findings.warn].map((one) => [one.check, one.level]);
  const texts = [
    ...Object.values(planted),
    'Öström’s and Lindqvist’s worry was that the Côte d’Ivoire delegate doubted it.',
    'Norway published its budget.',
    'Several participants asked for more time.',
  ];
  const plain = shape(check(texts));
  it('Unicode forms', () => {
    for (const form of ['NFC', 'NFD'] as const) expect(shape(check(texts.map((text) => text.normalize(form))))).toEqual(plain);
  });
  it('zero-width characters anywhere inside words', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'), (stream, sign) => {
        const noisy = texts.map((text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (Number(stream.next().value) === 0 ? sign : '')));
        expect(shape(check(noisy))).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });
  it('runs split anywhere', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(5)), (stream) => {
        const blocks = texts.map((text, index): PubBlock => {
          const content: { text: string; bold?: true }[] = [];
          for (const sign of text.split(/(?<=.)(?=.)/su)) {
            const last = content.at(-1);
            if (last !== undefined && Number(stream.next().value) !== 0) last.text += sign;
            else content.push(content.length % 2 === 0 ? { text: sign } : { text: sign, bold: true });
          }
          return { type: 'paragraph', anchor: `b${index + 1}`, role: 'plain', content };
        });
        expect(shape(check(blocks))).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });
  it('renaming a person', () => {
    const consonants = 'bdfgklmnprstvz'.split('');
    const name = fc
      .tuple(
        fc.constantFrom(...consonants),
        fc.constantFrom('a', 'o', 'u'),
        fc.constantFrom(...consonants),
        fc.constantFrom('ivo', 'una', 'ero'),
        fc.constantFrom('trovik', 'mandeska', 'zulbergo'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, (fresh) => {
        const renamed = fresh.charAt(0).toUpperCase() + fresh.slice(1);
        const people = register.map((one) => (one.id === 'ok' ? { ...one, name: `Adaeze ${renamed}` } : one));
        expect(
          shape(
            check(
              texts.map((text) => text.replaceAll('Okonkwo', renamed)),
              { people },
            ),
          ),
        ).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});

describe('names', () => {
  it('[GRD-1] one typo is one letter more, less, other or changed over', () => {
    expect(oneTypo('lindqvist', 'lindqist')).toBe(true);
    expect(oneTypo('lindqvist', 'lindqvits')).toBe(true);
    expect(oneTypo('lindqvist', 'lindqvisst')).toBe(true);
    expect(oneTypo('lindqvist', 'lindkvisk')).toBe(false);
  });
});

it('plain text is checked without a register, in its language', () => {
  const run = (text: string, rule: RuleId = 'chatham-house') =>
    checkText({ paragraphs: [{ text, label: 'line 1' }], rule, lexicon }).block.map((one) => one.check);
  expect(run('La delegada noruega dijo que el texto de la resolución no era claro para los Estados.')).toEqual([2]);
  expect(run('Le délégué norvégien a exprimé des doutes sur le texte et les États dans la salle.')).toEqual([2]);
  expect(run('The Norwegian delegate said that the text was not clear to States.')).toEqual([2]);
  expect(run('The Norwegian delegate said that the text was not clear to States.', 'affiliation')).toEqual([]);
});
