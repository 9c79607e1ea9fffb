/** The few words that `publish` writes itself, by language. English where a language is not there. */

interface Words {
  readonly para: string;
  readonly figure: string;
  readonly table: string;
  readonly section: string;
  readonly above: string;
  readonly below: string;
  /** A reference to what this audience does not get. */
  readonly elsewhere: string;
  readonly copy: (number: number, of: number) => string;
}

const table: Readonly<Record<string, Words>> = {
  en: {
    para: 'para',
    figure: 'figure',
    table: 'table',
    section: 'section',
    above: 'above',
    below: 'below',
    elsewhere: 'a part not included here',
    copy: (n, of) => `Copy ${n} of ${of}`,
  },
  fr: {
    para: 'par.',
    figure: 'figure',
    table: 'tableau',
    section: 'section',
    above: 'ci-dessus',
    below: 'ci-dessous',
    elsewhere: 'une partie non reprise ici',
    copy: (n, of) => `Exemplaire ${n} sur ${of}`,
  },
  es: {
    para: 'párr.',
    figure: 'figura',
    table: 'cuadro',
    section: 'sección',
    above: 'supra',
    below: 'infra',
    elsewhere: 'una parte no incluida aquí',
    copy: (n, of) => `Ejemplar ${n} de ${of}`,
  },
};

export function wordsFor(language: string): Words {
  return table[language.slice(0, 2).toLowerCase()] ?? (table['en'] as Words);
}
