import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '../../../electron/export/docx/index.ts';
import { toHtml } from '../../../electron/export/html/index.ts';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { layOut } from '../../../electron/export/pdf/layout.ts';
import { toJson } from '../../../electron/export/text/json.ts';
import { toMarkdown } from '../../../electron/export/text/markdown.ts';
import { toPlainText } from '../../../electron/export/text/plain-text.ts';
import { allowedBy, asResult, protectedTerms, type Verified, verifyFile, withheldTerms } from '../../../electron/export/verify/index.ts';
import { Person } from '../../../shared/people/person.ts';
import { lexicon } from '../../guard/lexicon.ts';
import { house, publicationOf } from '../publications.ts';
import { canary, docxPlants, htmlPlants, pdfPlants, textPlants } from './plant.ts';

const person = (over: Partial<Person>): Person => Person.parse({ id: 'p', code: 'XX', name: 'Nobody', category: 'diplomat', ...over });
const register = [
  person({ id: 'p1', name: canary, affiliation: 'Qvarnstrand', notes: ['The dam will not hold beyond the second winter.'] }),
  person({ id: 'p2', name: 'Ana May', affiliation: 'Kestria' }),
  person({ id: 'p3', name: 'Jürgen Öström-Grieg', aliases: ['Jögge Grieg'] }),
  person({ id: 'p4', name: 'Rosa Page' }),
  person({ id: 'p5', name: 'Li Stone' }),
];
const publication = { ...publicationOf('dialogues') };
const terms = protectedTerms(register, 'chatham-house', lexicon.names);
const allowed = allowedBy(publication, false);
const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  const docx = await toDocx(publication, house, null);
  const pdf = await layOut(publication, house, { kind: 'issue' });
  if (!docx.ok || !pdf.ok) throw new Error('no fixture');
  files
    .set('docx', docx.value)
    .set('pdf', pdf.value.bytes)
    .set('html', bytes(toHtml(publication, house)));
  files
    .set('md', bytes(toMarkdown(publication)))
    .set('txt', bytes(toPlainText(publication)))
    .set('json', bytes(toJson(publication)));
});
afterAll(endLayout);

const file = (format: string) => files.get(format) ?? new Uint8Array();
const check = (format: string, data: Uint8Array, name = `report.${format}`): Promise<Verified> => verifyFile({ name, bytes: data }, terms, allowed);

describe.each(['docx', 'pdf', 'html', 'md', 'txt', 'json'])('%s', (format) => {
  it('[VER-1] a clean file has no hit, and every stream was read', async () => {
    const verified = await check(format, file(format));
    expect(verified.hits).toEqual([]);
    expect(verified.streams).toBeGreaterThan(1);
    expect(verified.forms).toBeGreaterThan(10);
    expect(verified.pages === null).toBe(format !== 'pdf');
  });

  it('[VER-2] a name in the name of the file is found', async () => {
    const verified = await check(format, file(format), `notes-tove-vandrelwitz.${format}`);
    expect(verified.hits).toEqual([{ stream: 'the file name', kind: 'name' }]);
  });
});

const places = [
  ...Object.entries(docxPlants).map(([place, plant]) => ({ format: 'docx', place, plant })),
  ...Object.entries(pdfPlants).map(([place, plant]) => ({ format: 'pdf', place, plant })),
  ...Object.entries(htmlPlants).map(([place, plant]) => ({ format: 'html', place, plant })),
  ...['md', 'txt'].flatMap((format) => Object.entries(textPlants).map(([place, plant]) => ({ format, place, plant }))),
  {
    format: 'json',
    place: 'a key',
    plant: (data: Uint8Array) => bytes(new TextDecoder().decode(data).replace('"audience"', '"Tove Vandrelwitz": 1, "audience"')),
  },
  {
    format: 'json',
    place: 'escaped signs',
    plant: (data: Uint8Array) => bytes(new TextDecoder().decode(data).replace('"audience"', '"x": "Tove \\u0056andrelwitz", "audience"')),
  },
];

it.each(places)('[VER-3] $format: a leak in $place is caught', async ({ format, plant }) => {
  const planted = plant(file(format));
  const verified = await check(format, planted);
  expect(verified.hits.length).toBeGreaterThan(0);
  const named = verified.hits.some((hit) => hit.kind === 'name');
  expect(named || verified.hits.some((hit) => hit.stream === 'a meta element')).toBe(true);
  const result = asResult(verified);
  expect(result.ok ? '' : result.error.code).toBe('verify/leak');
  expect(JSON.stringify(result)).not.toMatch(/Tove Vandrelwitz(?!\.xml)/);
});

it('[VER-4] there are 25 hiding places or more', () => {
  expect(places.length).toBeGreaterThanOrEqual(25);
});

it.each([
  ['a country as the topic', 'Kestria published its budget.', 'Kestria'],
  ['a month', 'The next meeting is in May 2027.', 'May'],
  ['a word of the format', 'See page 3.', 'Page'],
])('[VER-5] %s in the Publication’s own text is no leak', async (_name, sentence) => {
  const own = { ...publication, body: [{ type: 'paragraph' as const, anchor: 'b1', role: 'plain' as const, content: [{ text: sentence }] }], notes: [] };
  for (const [name, text] of [
    ['a.txt', toPlainText(own)],
    ['a.html', toHtml(own, house)],
  ] as const) {
    const verified = await verifyFile({ name, bytes: bytes(text) }, terms, allowedBy(own, false));
    expect(verified.hits).toEqual([]);
  }
});

it.each([
  'Jürgen Öström-Grieg',
  'JUERGEN OESTROEM GRIEG',
  'Jurgen Ostrom-Grieg',
  'Grieg, Jürgen',
  'Öström-\nGrieg',
  'J. Öström-Grieg',
  'Jögge Grieg',
  'Qvarnstrand',
  'The dam will not hold — beyond the second winter',
])('[VER-6] %j is found in all its spellings', async (words) => {
  const verified = await verifyFile({ name: 'a.txt', bytes: bytes(`It was said: ${words}.`) }, terms, { phrases: [], own: [], kept: false });
  expect(verified.hits.length).toBeGreaterThan(0);
});

it('[VER-7] a full name is a leak even in the Publication’s own text, unless the rule wrote it or a finding was kept with a reason', async () => {
  const sentence = `It was ${canary} who asked.`;
  const data = { name: 'a.txt', bytes: bytes(sentence) };
  expect((await verifyFile(data, terms, { phrases: [], own: [sentence], kept: false })).hits).not.toEqual([]);
  expect((await verifyFile(data, terms, { phrases: [], own: [sentence], kept: true })).hits).toEqual([]);
  expect((await verifyFile(data, terms, { phrases: [canary], own: [sentence], kept: false })).hits).toEqual([]);
});

describe('[VER-11] names that are also words are the guard’s own', () => {
  const protect = (name: string) => protectedTerms([person({ name })], 'chatham-house', lexicon.names);
  const search = async (name: string, words: string, own: readonly string[] = [], ending = 'txt') =>
    (await verifyFile({ name: `a.${ending}`, bytes: bytes(words) }, protect(name), { phrases: [], own, kept: false })).hits;

  it.each(['Ana Rice', 'Ana May', 'Ana Cross', 'Ana Moss', 'Ana Young'])(
    '%s: initials where people read, unless the text’s own words hold them',
    async (name) => {
      const initials = name.replace('na', '.');
      expect(await search(name, `It was said by ${initials}.`)).not.toEqual([]);
      expect(await search(name, `It was said by ${initials}.`, [`This is ${initials}`])).toEqual([]);
      expect(await search(name, `It was said by ${name}.`, [`It was said by ${name}.`])).not.toEqual([]);
    },
  );
  it.each(['Ana Moss', 'Ana Frank', 'Ana Washington', 'Ana Vandrel'])('%s: the surname alone is found between a format’s own words too', async (name) => {
    const surname = name.slice(4);
    expect(await search(name, `<?xml version="1.0"?><a id="${surname}"><b/></a>`, [], 'xml')).not.toEqual([]);
  });
  it.each(['Will Power', 'Jordan River', 'Grant Long'])('%s in full: where the text’s own words hold it, it was judged', async (name) => {
    expect(await search(name, `It takes ${name} to go on.`)).not.toEqual([]);
    expect(await search(name, `It takes ${name.toLowerCase()} to go on.`, [`It takes ${name.toLowerCase()} to go on.`])).toEqual([]);
  });
  it.each(['Ana Page', 'Ana Bold'])('%s: a word of the formats is none there', async (name) => {
    expect(await search(name, `<?xml version="1.0"?><a id="${name.slice(4)}"><b/></a>`, [], 'xml')).toEqual([]);
  });
});

describe('[VER-12] names in any script', () => {
  it.each([
    ['王小明', '据王小明说，不可能'],
    ['王 小明', '据王\n小明说'],
    ['李明', '李明同意'],
    ['김민수', '김민수는 동의했다'],
    ['สมชาย ใจดี', 'นายสมชายใจดีกล่าวว่า'],
    ['عمر المصروعي', 'وقال عمر المصروعي نعم'],
    ['عمر المصروعي', 'رأي المصـروعي'],
    ['عمر المصروعي', 'كما ذكر للمصروعي'],
    ['דוד כהנובר', 'וכהנובר אמר'],
    ['Иван Петренковский', 'as Petrenkovskiy said'],
    ['Joaquim d’Almeirante', 'as Almeirante said'],
    ['Omar al-Masroui', 'as Masroui said'],
    ['Omar al-Masroui', 'as Almasroui said'],
  ])('%s in %j', async (name, words) => {
    const protect = protectedTerms([person({ name })], 'chatham-house', lexicon.names);
    const verified = await verifyFile({ name: 'a.txt', bytes: bytes(words) }, protect, { phrases: [], own: [], kept: false });
    expect(verified.hits).toEqual([{ stream: 'a.txt', kind: 'name' }]);
    const quiet = await verifyFile({ name: 'a.txt', bytes: bytes('与会者认为 참가자는 قال المشاركون ผู้เข้าร่วม המשתתפים') }, protect, {
      phrases: [],
      own: [],
      kept: false,
    });
    expect(quiet.hits).toEqual([]);
  });
});

it('[VER-8] what the rule shows is not protected', () => {
  const one = register.slice(0, 1);
  const kinds = (rule: Parameters<typeof protectedTerms>[1], consent: Person['consent']) =>
    new Set(
      protectedTerms(
        one.map((own) => ({ ...own, consent, notes: [] })),
        rule,
        lexicon.names,
      ).map((term) => term.kind),
    );
  expect(kinds('named', 'named')).toEqual(new Set());
  expect(kinds('named', 'affiliation')).toEqual(new Set(['name']));
  expect(kinds('named', 'none')).toEqual(new Set(['name', 'affiliation']));
  expect(kinds('affiliation', 'none')).toEqual(new Set(['name']));
  expect(kinds('chatham-house', 'none')).toEqual(new Set(['name', 'affiliation']));
});

it('[VER-9] sentences of withheld blocks are found', async () => {
  const withheld = withheldTerms(['Our position is to abstain until the text is tabled. Short one.']);
  const verified = await verifyFile({ name: 'a.txt', bytes: bytes('… our position is to abstain until the text is tabled …') }, withheld, {
    phrases: [],
    own: [],
    kept: false,
  });
  expect(verified.hits).toEqual([{ stream: 'a.txt', kind: 'withheld' }]);
});

it.each([
  ['a PDF cut off', () => ({ name: 'a.pdf', bytes: file('pdf').subarray(0, 300) })],
  ['a DOCX cut off', () => ({ name: 'a.docx', bytes: file('docx').subarray(0, 3000) })],
])('[VER-10] %s is no document: no file', async (_name, broken) => {
  expect((await verifyFile(broken(), terms, allowed)).hits.length).toBeGreaterThan(0);
});
