import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween } from '../../electron/archive/words.ts';
import { fold, parseQuery, toMatch, wordsOf } from '../../shared/entry/query.ts';
import acronyms from '../../templates/lexicon/acronyms.json' with { type: 'json' };

const word = (text: string) => ({ kind: 'word', word: text });

it.each([
  ['two words', { all: [[word('two')], [word('words')]], none: [] }],
  ['a OR b c', { all: [[word('a'), word('b')], [word('c')]], none: [] }],
  ['-a b', { all: [[word('b')]], none: [word('a')] }],
  ['b −a –"c d"', { all: [[word('b')]], none: [word('a'), { kind: 'phrase', words: ['c', 'd'] }] }],
  ['NOT a', { all: [], none: [word('a')] }],
  ['a AND b', { all: [[word('a')], [word('b')]], none: [] }],
  ['or and not', { all: [[word('or')], [word('and')], [word('not')]], none: [] }],
  ['“special sessions”', { all: [[{ kind: 'phrase', words: ['special', 'sessions'] }]], none: [] }],
  ['"open phrase', { all: [[{ kind: 'phrase', words: ['open', 'phrase'] }]], none: [] }],
  ['repris*', { all: [[{ kind: 'prefix', word: 'repris' }]], none: [] }],
  ['well-being', { all: [[{ kind: 'phrase', words: ['well', 'being'] }]], none: [] }],
  ["it's", { all: [[{ kind: 'phrase', words: ['it', 's'] }]], none: [] }],
  ['NEAR(a b, 3)', { all: [[{ kind: 'near', words: ['a', 'b'], within: 3 }]], none: [] }],
  ['NEAR(a b)', { all: [[{ kind: 'near', words: ['a', 'b'], within: 10 }]], none: [] }],
  ['a NEAR/4 b', { all: [[{ kind: 'near', words: ['a', 'b'], within: 4 }]], none: [] }],
  ['NEAR(', { all: [], none: [] }],
  ['one OR', { all: [[word('one')]], none: [] }],
  ['OR one', { all: [[word('one')]], none: [] }],
  ['( ) % * - "" \u0000', { all: [], none: [] }],
  ['(a)', { all: [[word('a')]], none: [] }],
  ['', { all: [], none: [] }],
])('[QRY-1] %s', (text, expected) => expect(parseQuery(text)).toEqual(expected));

it('[QRY-2] every word is quoted, so nothing typed is syntax', () => {
  expect(toMatch(parseQuery('text AND NEAR a:b "c" d*'))).toEqual({ match: '"text" AND "a b" AND "c" AND "d" *', exclude: null });
  expect(toMatch(parseQuery('a OR b -c -d'))).toEqual({ match: '("a" OR "b")', exclude: '"c" OR "d"' });
  expect(toMatch(parseQuery('-c'))).toEqual({ match: null, exclude: '"c"' });
});

it('[QRY-3] acronyms and their long forms, in any number, stand for each other; a common word only in capitals', () => {
  const expansions = [
    { forms: ['green tea office'], acronyms: ['GTO'] },
    { forms: ['world hat order'], acronyms: ['WHO'], ambiguous: true },
  ];
  const match = (text: string) => toMatch(parseQuery(text), { expansions }).match;
  expect(match('GTO')).toBe('("GTO" OR "green tea office")');
  expect(match('gtos x')).toBe('("gtos" OR "green tea office" OR "GTO") AND "x"');
  expect(match('green tea offices')).toBe('(("green" AND "tea" AND "offices") OR "green tea office" OR "GTO")');
  expect(match('"green tea office"')).toBe('("green tea office" OR "GTO")');
  expect(match('WHO')).toBe('("WHO" OR "world hat order")');
  expect(match('who')).toBe('"who"');
  expect(match('world hat order')).toBe('(("world" AND "hat" AND "order") OR "world hat order")');
});

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '(',
        ')',
        '*',
        '-',
        '−',
        'OR',
        'AND',
        'NOT',
        'NEAR',
        'NEAR(',
        'NEAR/3',
        ',',
        '5',
        'water',
        'wasser',
        'NHRI',
        'é',
        '“',
        '”',
        ':',
        '^',
        '+',
        '{',
        '}',
        ' ',
        '\u200d',
        'text',
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(' ')),
  fc
    .array(fc.constantFrom('"', '(', ')', '*', '-', 'OR', 'NEAR(', 'a', 'national human rights institution', ',3'), { maxLength: 10 })
    .map((parts) => parts.join('')),
);

it('[QRY-4] whatever is typed is a valid question to a real index', () => {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')");
  db.prepare('INSERT INTO t VALUES (?)').run('water and a national human rights institution');
  const ask = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?');
  fc.assert(
    fc.property(typed, (text) => {
      const { match, exclude } = toMatch(parseQuery(text), { expansions: acronyms, beginnings: (prefix) => [prefix, `${prefix}a"b`] });
      for (const question of [match, exclude]) if (question !== null) expect(ask.pluck().get(question)).toBeTypeOf('number');
    }),
    { numRuns: 1500, examples: [['NEAR('], ['"'], ["it's"], ['a AND'], ['*'], ['one OR'], ['-'], ['%'], ['\ud800'], ['a\u0000b']] },
  );
  db.close();
});

it('[QRY-5] a sentence that is searched with its own words is found', () => {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')");
  const insert = db.prepare('INSERT INTO t (rowid, text) VALUES (1, ?)');
  const ask = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
  const plain = fc.array(fc.constantFrom('Hissène', 'Öström', 'well-being', 'reviews', 'HRC', 'été', 'Straße', '2023', 'l’État', 'naïve'), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(plain, (words) => {
      db.exec('DELETE FROM t');
      insert.run(words.join(' '));
      expect(ask.get(toMatch(parseQuery(words.map(fold).join(' '))).match ?? '')).toBe(1);
      expect(ask.get(toMatch(parseQuery(`"${words.join(' ')}"`)).match ?? '')).toBe(1);
    }),
    { numRuns: 200 },
  );
  db.close();
});

it('[QRY-6] words are folded as the index folds them', () => {
  expect(wordsOf('Hissène’s WELL-being, 3½ été')).toEqual(['hissene', 's', 'well', 'being', '31', '2', 'ete']);
});

it.each([
  ['water', 'water', 0],
  ['water', 'wader', 1],
  ['water', 'watre', 1],
  ['water', 'waters', 1],
  ['parlaiment', 'parliament', 1],
  ['abc', 'xyz', 3],
])('[QRY-7] %s and %s are %i changes apart', (a, b, expected) => expect(changesBetween(a, b, 3)).toBe(expected));

it('[QRY-8] the shipped acronyms are well formed: capitals, no form twice', () => {
  const forms = acronyms.flatMap(({ forms: list }) => list.map((form) => fold(form)));
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  const short = acronyms.flatMap(({ acronyms: list }) => list);
  expect(short.filter((acronym, at) => short.indexOf(acronym) !== at || !/^[A-Z][A-Za-z0-9]{1,8}$/.test(acronym))).toEqual([]);
});
