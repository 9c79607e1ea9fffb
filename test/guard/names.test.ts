/** Names as registers really hold them: what must be found of each, and what must not. */
import { describe, expect, it } from 'vitest';
import { checkPublication, checkText } from '../../shared/guard/guard.ts';
import type { Person } from '../../shared/people/person.ts';
import type { PubBlock } from '../../shared/publication/publication.ts';
import { lexicon } from './lexicon.ts';
import { publicationOf } from './publication.ts';
import { person } from './register.ts';

const found = (name: string, text: string, more: Partial<Person> = {}) => {
  const { block } = checkText({ paragraphs: [{ text, label: 'line 1' }], rule: 'chatham-house', lexicon, language: 'en', people: [person('a', name, more)] });
  return block.filter((one) => one.check === 1).map((one) => one.quote);
};

interface Case {
  readonly name: string;
  readonly flag: readonly string[];
  readonly free: readonly string[];
}
const long = `Aaaaaaa${'bcdefghij'.repeat(19)}`;
const cases: readonly Case[] = [
  {
    name: 'Joaquim d’Almeirante',
    flag: ['D’Almeirante said no.', "d'Almeirante agreed.", 'Almeirante agreed.', 'Dalmeirante said no.'],
    free: ['Almonds bloom.'],
  },
  {
    name: 'Pieter van der Velderen',
    flag: ['Vanderveldern said no.', 'Van der Velderen said no.', 'P. Velderen asked.', 'P.V. asked.'],
    free: ['A van came.'],
  },
  { name: 'Omar al-Masroui', flag: ['Al-Masroui said no.', 'al Masroui said no.', 'Almasroui said no.', 'El-Masroui agreed.'], free: ['Misery is not new.'] },
  {
    name: 'Jean-Luc Bédaran-Roysel',
    flag: ['Bedaran agreed.', 'Roysel agreed.', 'Jeanluc agreed.', 'J.B. asked.', 'J.L.B.R. asked.'],
    free: ['The royal road is long.'],
  },
  { name: 'Dr. Prof. Anna-Lena Öhlundrow, MP', flag: ['Öhlundrow said no.', 'Oehlundrow said no.', 'Anna agreed.'], free: ['The MP of a valley is elected.'] },
  { name: 'Andrew Young', flag: ['Mr Young said no.', 'Young argued that it is late.'], free: ['Young people should be heard.', 'Young participants asked.'] },
  { name: 'Participant Four', flag: ['Mr Four said no.'], free: ['One participant agreed.', 'Participants agreed.', 'Four speakers agreed.'] },
  { name: 'Soekarnovan', flag: ['Sukarnovan said no.'], free: ['The season is long.'] },
  { name: '(.*) [a-z]+ ^Feldermann$', flag: ['Feldermann said no.'], free: ['Anything else is said here.'] },
  { name: long, flag: [`${long} said no.`], free: ['Nothing was said.'] },
  { name: 'Иван Петренковский', flag: ['Петренковский said no.', 'Petrenkovsky agreed.', 'мнение Петренковского'], free: ['Участники согласились.'] },
  {
    name: 'عمر المصروعي',
    flag: ['قال المصروعي إن ذلك غير ممكن', 'والمصروعي', 'للمصروعي', 'بالمصروعي', 'قال عمر نعم', 'المصـروعي', 'اَلْمَصْرُوعِيّ'],
    free: ['قال المشاركون إن ذلك غير ممكن في هذه المرحلة'],
  },
  { name: 'דוד כהנובר', flag: ['כהנובר אמר לא', 'וכהנובר אמר לא', 'לכהנובר'], free: ['המשתתפים אמרו לא'] },
  { name: '王小明', flag: ['王小明认为这是不可能的', '据王大使说', '王 先生认为'], free: ['与会者认为这是不可能的', '国王认为'] },
  { name: '李明', flag: ['李明认为不可能', '李女士认为'], free: ['与会者认为'] },
  { name: '山田 太郎', flag: ['山田さんは言った', '山田太郎は言った'], free: ['参加者は言った'] },
  { name: '김민수', flag: ['김민수는 동의했다', '김 대사는 동의했다'], free: ['참가자는 동의했다'] },
  { name: 'สมชาย ใจดี', flag: ['นายสมชายกล่าวว่า'], free: ['ผู้เข้าร่วมกล่าวว่า'] },
  { name: 'प्रिया शर्मा', flag: ['शर्मा ने कहा'], free: ['प्रतिभागियों ने कहा'] },
];

describe.each(cases)('[GRD-N1] $name', ({ name, flag, free }) => {
  it.each(flag)('is found in %j', (text) => {
    expect(found(name, text)).not.toEqual([]);
  });
  it.each(free)('is not found in %j', (text) => {
    expect(found(name, text)).toEqual([]);
  });
});

it('[GRD-N2] every place of a name among words without spaces is told, once', () => {
  expect(found('王小明', '王小明同意。后来王小明反对。')).toEqual(['王小明', '王小明']);
});

it('[GRD-N3] two people of one name: both are protected, and no wording is offered', () => {
  const people = [person('a', 'Ilse Varnholt', { category: 'ngo' }), person('b', 'Ilse Varnholt')];
  const { block, warn } = checkPublication({ publication: publicationOf(['As Varnholt argued, no.']), people, lexicon });
  expect(block.map((one) => [one.check, one.quote, one.replacement])).toEqual([[1, 'Varnholt', null]]);
  expect(warn.map((one) => [one.check, one.quote])).toEqual([[19, 'A, B']]);
});

describe('[GRD-N4] what the guard cannot look for is told', () => {
  const text = 'The gauge is read daily, and the readings are sent to both capitals by the evening.';
  const register = (people: Person[], more: Partial<Parameters<typeof checkPublication>[0]> = {}, publication = {}) =>
    checkPublication({ publication: publicationOf([text], publication), people, lexicon, ...more }).warn.map((one) => [one.at.label, one.quote]);

  it.each([
    ['an empty name', person('a', '  '), 'A'],
    ['one letter', person('a', 'X'), 'A'],
    ['signs only', person('a', '(.*)'), 'A'],
    ['nothing but a title', person('a', 'Dr.', { code: '' }), '1'],
    ['Arabic letters only, in a Latin text', person('a', 'عمر المصروعي'), 'A'],
    ['Chinese letters only, in a Latin text', person('a', '王小明'), 'A'],
    ['a category without a wording', person('a', 'Ilse Varnholt', { category: 'astronaut' }), 'A'],
    ['ordinary words only', person('a', 'Will Power'), 'A'],
    ['a placeholder', person('a', 'Participant 1'), 'A'],
    ['no category', person('a', 'Ilse Varnholt', { category: ' ' }), 'A'],
  ])('%s', (_name, one, quote) => {
    expect(register([one])).toEqual([['register', quote]]);
  });
  it('a spelling in Latin letters beside it is enough, and Cyrillic is written over', () => {
    expect(register([person('a', 'عمر المصروعي', { aliases: ['Omar al-Masroui'] }), person('b', 'Иван Петренковский')])).toEqual([]);
  });
  it('a Latin register before a text in Arabic letters, and a language without words', () => {
    const arabic = 'قال المشاركون إن ذلك غير ممكن في هذه المرحلة من المشاورات المستمرة بين الأطراف';
    const { warn } = checkPublication({ publication: publicationOf([arabic], { language: 'ar' }), people: [person('a', 'Ilse Varnholt')], lexicon });
    expect(warn.map((one) => [one.at.label, one.quote])).toEqual([
      ['register', 'A'],
      ['language', 'ar'],
    ]);
  });
  it('codes that differ only in case, and a wording that one person may fit', () => {
    expect(register([person('a', 'Ilse Varnholt', { code: 'd1' }), person('b', 'Adaeze Okonkwo', { code: 'D1 ' })])).toEqual([['register', 'd1']]);
    expect(register([person('a', 'Ilse Varnholt')], { k: 1 })).toEqual([['register', 'k = 1']]);
  });
});

describe('[GRD-N6] codes of capture', () => {
  const people = { code: 'D1' };
  it.each(['D1 argued that it is late.', 'As one diplomat (D1) put it, no.', 'd1 argued so.'])('are found in %j', (text) => {
    expect(found('Ilse Varnholt', text, people)).toHaveLength(1);
  });
  it.each(['Annex D1 is long.', 'The source is graded (D1).', 'Under D1 the gauge is read.', 'ID1 argued.'])('are not found in %j', (text) => {
    expect(found('Ilse Varnholt', text, people)).toEqual([]);
  });
});

it('[GRD-N7] a note stands under the rule of its own paragraph', () => {
  const noted = (rule?: 'unattributed'): PubBlock => ({
    type: 'paragraph',
    anchor: 'b1',
    role: 'plain',
    ...(rule === undefined ? {} : { rule }),
    content: [{ text: 'It was noted.' }, { note: 1 }],
  });
  const notes = [{ number: 1, content: [{ text: 'The Norwegian delegate doubted it.' }] }];
  const run = (block: PubBlock) => checkPublication({ publication: publicationOf([block], { rule: 'affiliation', notes }), people: [], lexicon }).block;
  expect(run(noted('unattributed')).map((one) => [one.check, one.at.label])).toEqual([[2, 'note 1']]);
  expect(run(noted())).toEqual([]);
});

it.each([
  ['Ilse Brandeis', []],
  ['Ilse M. Brandeis', []],
  ['Ilse Varnholt', ['Ilse Varnholt']],
  ['Ilse', ['Ilse']],
  ['Varnholt Brandeis', ['Varnholt']],
  ['Ilse Okonkwo', ['Ilse', 'Okonkwo']],
])('[GRD-N9] the rapporteur %s may bear a given name of the register', (rapporteur, flagged) => {
  const people = [person('a', 'Ilse Varnholt'), person('b', 'Adaeze Okonkwo')];
  const back = [{ role: 'imprint' as const, lines: [rapporteur, 'June 2026'] }];
  const run = (publication: Parameters<typeof publicationOf>[1]) =>
    checkPublication({ publication: publicationOf(['Quiet.'], publication), people, lexicon }).block.map((one) => one.quote);
  expect(run({ fields: { rapporteur: [rapporteur] } })).toEqual(flagged);
  expect(run({ back })).toEqual(flagged);
  expect(run({ fields: { partners: ['Ilse Brandeis'] } })).toEqual(['Ilse']);
});

it('[GRD-N8] many faults of one kind are one finding', () => {
  const people = Array.from({ length: 40 }, (_, n) => person(`p${n}`, 'Ilse Varnholt', { category: '', code: `K${n}` }));
  const { warn } = checkPublication({ publication: publicationOf(['Quiet.']), people, lexicon });
  expect(warn.map((one) => one.quote)).toEqual(['K0, K1, K2, K3 and 36 more', 'K0, K1, K2, K3 and 36 more']);
});

describe('[GRD-N5] names inside what the rule writes', () => {
  const written = (text: string): PubBlock => ({
    type: 'paragraph',
    anchor: 'b1',
    role: 'plain',
    content: [{ text, attributed: true }, { text: ' asked for the floor.' }],
  });
  const people = [person('a', 'Ilse Varnholt', { affiliation: 'Okonkwo Foundation' }), person('b', 'Adaeze Okonkwo')];
  const run = (text: string, rule: 'affiliation' | 'chatham-house' | 'named' = 'affiliation') =>
    checkPublication({ publication: publicationOf([written(text)], { rule }), people, lexicon }).block.map((one) => [one.check, one.quote]);

  it('an affiliation that holds a name is told; a person named with consent is not', () => {
    expect(run('A representative of the Okonkwo Foundation')).toEqual([[1, 'Okonkwo']]);
    expect(run('A representative of the Gauge Foundation')).toEqual([]);
    expect(run('Ilse Varnholt (Norland)', 'chatham-house')).toEqual([]);
    expect(run('Ilse Varnholt (Okonkwo Foundation)', 'chatham-house')).toEqual([[1, 'Okonkwo']]);
  });
});
