/** The lexicon is data that a house edits: a word or pattern written wrongly must be told by a test, not by a silent guard. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/guard/checks.ts';
import { conditions } from '../../shared/guard/conditions.ts';
import { detectLanguage, languages } from '../../shared/guard/lexicon.ts';
import { lexiconFault } from '../../shared/guard/lexicon-fault.ts';
import { packFor } from '../../shared/guard/passage.ts';
import { compilePattern, matchAt } from '../../shared/guard/patterns.ts';
import { tokenize } from '../../shared/guard/tokens.ts';
import { lexicon } from './lexicon.ts';

describe.each(languages)('lexicon %s', (language) => {
  const own = lexicon.languages[language];
  const defs = Object.entries(own.patterns).flatMap(([check, list]) => list.map((def) => ({ check: Number(check), ...def })));
  it('every pattern compiles and belongs to a check', () => {
    for (const def of defs) {
      expect(() => compilePattern(def.p), def.p).not.toThrow();
      expect(checks.some((check) => check.number === def.check)).toBe(true);
    }
  });
  it('every condition that a pattern names exists', () => {
    const named = defs.flatMap((def) => [...(def.when ?? []), ...(def.unless ?? [])]);
    expect(named.filter((name) => !Object.hasOwn(conditions, name))).toEqual([]);
  });
  it('every class that a pattern names exists', () => {
    const known = new Set([
      ...Object.keys(own.classes),
      ...Object.keys(own.exact),
      'country',
      'demonym',
      'demonyms',
      'body',
      'place',
      'region',
      'Cap',
      'Num',
      'Upper',
      'Word',
      'content',
      'acronym',
    ]);
    const named = defs.flatMap((def) => [...def.p.matchAll(/@([A-Za-z-]+)/g)].map((match) => match[1] ?? ''));
    expect([...new Set(named.filter((name) => !known.has(name)))]).toEqual([]);
  });
  it('every pattern quotes something', () => {
    expect(defs.filter((def) => !/<[^>]*\S[^>]*>/.test(def.p)).map((def) => def.p)).toEqual([]);
  });
});

describe('patterns', () => {
  const { vocabulary } = packFor(lexicon, 'en');
  const match = (pattern: string, text: string) => {
    const tokens = tokenize(text, vocabulary);
    for (let at = 0; at < tokens.length; at += 1) {
      const found = matchAt(compilePattern(pattern), tokens, at);
      if (found !== null) return tokens.slice(found.quoteFrom, found.quoteTo).map((token) => token.raw).join(' '); // biome-ignore format: one line
    }
    return null;
  };
  it.each([
    ['< the chair >', 'Then the chair rose.', 'the chair'],
    ['the? < chair >', 'A chair rose.', 'chair'],
    ['< search* ~2 house >', 'They searched the old house.', 'searched the old house'],
    ['< search* ~1 house >', 'They searched the old house.', null],
    ['< a b >', 'a, b', null],
    ['< a , b >', 'a, b', 'a b'],
    ['< a ~1 b >', 'a! b', null],
    ['^ < b >', 'a b', null],
    ['^ < b >', 'a! b', 'b'],
    ['< a > $', 'a! b', 'a'],
    ['< a > !b', 'a b', null],
    ['!<a < b >', 'a b', null],
    ['< @country said >', 'Then South Africa said so.', 'South Africa said'],
    ['< @country said >', 'then south africa said so.', null],
    ['< @adverb? said >', 'He, however, said so.', 'however said'],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(match(pattern, text)).toBe(expected);
  });
});

it('the language of imported text is found from its small words', () => {
  expect(detectLanguage('The report of the meeting was adopted by the Council.', lexicon)).toBe('en');
  expect(detectLanguage('Le rapport de la réunion a été adopté par le Conseil dans les délais.', lexicon)).toBe('fr');
  expect(detectLanguage('El informe de la reunión fue aprobado por el Consejo en los plazos.', lexicon)).toBe('es');
  expect(detectLanguage('12 34', lexicon)).toBe('en');
});

describe('a lexicon that is not whole is told with its place', () => {
  const { languages: each, shared, names } = lexicon;
  const files = { ...each, shared, names };
  const first = each.en.patterns['2']?.[0] ?? { p: '' };
  const withPattern = (def: object) => ({ ...files, en: { ...each.en, patterns: { ...each.en.patterns, 2: [def] } } });
  it('the one of the program is whole', () => expect(lexiconFault(files)).toBeNull());
  it.each([
    ['missing language', { ...files, fr: undefined }, 'fr.json: '],
    ['a list that holds a number', { ...files, es: { ...each.es, signs: ['el', 4] } }, 'es.json: signs.1'],
    ['unknown condition', withPattern({ ...first, unless: ['moonlight'] }), 'en.json: patterns.2.0'],
    ['a pattern that begins with a gap', withPattern({ p: '~3 @room' }), 'en.json: patterns.2.0'],
    ['names without groups', { ...files, names: { ...names, groups: 'none' } }, 'names.json: groups'],
  ])('%s', (_, broken, at) => expect(lexiconFault(broken)?.at).toBe(at));
});
