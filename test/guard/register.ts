/** A fictional register for the tests of the guard. */
import type { Person } from '../../shared/people/person.ts';

export function person(id: string, name: string, more: Partial<Person> = {}): Person {
  return { id, code: id.toUpperCase(), name, category: 'diplomat', consent: 'none', ...more };
}

export const register: readonly Person[] = [
  person('ok', 'Adaeze Okonkwo', { role: 'Ambassador', affiliation: 'Norland', region: 'Africa', gender: 'female', languages: ['en'] }),
  person('li', 'Anders Lindqvist', { role: 'Counsellor', affiliation: 'Kestria', region: 'Europe', gender: 'male' }),
  person('os', 'Öström', { affiliation: 'Sellane', region: 'Europe', gender: 'female' }),
  person('va', 'Ilse Varnholt', { affiliation: 'Ardane', region: 'Europe', gender: 'female' }),
  person('mo', 'Mohammed El-Karoui', {
    affiliation: 'Merova',
    region: 'North Africa',
    gender: 'male',
    category: 'minister',
    role: 'former President of the Coastal Assembly',
  }),
  person('be', 'Alexander Bellweather', { affiliation: 'Norland', category: 'un-official', region: 'Pacific', gender: 'male', aliases: ['Lex B. Sturmfels'] }),
  person('ju', 'Judith Marchetti', {
    category: 'ngo',
    region: 'Europe',
    gender: 'female',
    notes: ['we cannot go on patching a roof that was never built in the first place'],
  }),
  person('qu', 'Tomás Quiroga', {
    category: 'ngo',
    region: 'Latin America',
    remarks: ['The archives of the border commission should be opened to every family that lost somebody in the valley.'],
  }),
  person('pe', 'Petra Ohlendorf', { category: 'ngo', region: 'Europe', gender: 'female' }),
];

/** People whose names are words: they need a title, a verb of speech or a capital in mid-sentence. */
export const wordNames: readonly Person[] = [
  person('a', 'Theresa May'),
  person('b', 'Ulysses Grant'),
  person('c', 'Vernon Jordan'),
  person('d', 'Condola Rice'),
  person('e', 'Li Ng'),
];
const fillers = ['un-official', 'expert', 'nhri', 'parliamentarian', 'minister', 'regional-official', 'private-sector'].flatMap((category, row) =>
  ['Brandvold', 'Castelmare', 'Drozdowitz'].map((stem, column) =>
    person(`f${row}${column}`, `Xenia ${stem}${'aeiouyo'.charAt(row)}k`, { category, region: 'Europe' }),
  ),
);

/** The register that the corpus is read against: every category fits three people. */
export const corpusRegister: readonly Person[] = [...register, ...wordNames, ...fillers];
