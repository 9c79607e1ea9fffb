/** The noun phrases that a rule writes, as data: one table a language. A house voice is changed here, not in code.
 *  Fixed in gender and number on purpose: a wording that followed the speaker's gender would show it. */

/** [first mention, another, the same] of one noun. */
export type Forms = readonly [first: string, another: string, same: string];

export interface Words {
  readonly participant: Forms;
  /** Says no more than "participant"; used for variation only. */
  readonly speaker: Forms;
  /** Where nobody may be shown: fills a noun's place in running text and tells nothing. */
  readonly nobody: string;
  /** By category id. A category without a wording here is worded "participant". */
  readonly categories: Readonly<Record<string, Forms>>;
  /** Offices general enough to be shown when they fit k people, by the role in lower case. */
  readonly offices: Readonly<Record<string, Forms>>;
  /** `{}` is the affiliation, with its article where the language wants one. */
  readonly representative: { readonly first: string; readonly another: string; readonly again: string; readonly above: string };
  /** `{}` is an office of which there is one ("the former President of the Council"). */
  readonly office: { readonly first: string; readonly above: string };
  /** Affiliations that take an article in running text, and the article. */
  readonly article: { readonly word: string; readonly before: RegExp };
}

const en: Words = {
  participant: ['one participant', 'another participant', 'the same participant'],
  speaker: ['one speaker', 'another speaker', 'the same speaker'],
  nobody: 'participants',
  categories: {
    diplomat: ['one diplomat', 'another diplomat', 'the same diplomat'],
    minister: ['one minister', 'another minister', 'the same minister'],
    parliamentarian: ['one parliamentarian', 'another parliamentarian', 'the same parliamentarian'],
    'un-official': ['a UN official', 'another UN official', 'the same UN official'],
    'regional-official': [
      'an official of a regional organisation',
      'another official of a regional organisation',
      'the same official of a regional organisation',
    ],
    nhri: ['an NHRI representative', 'another NHRI representative', 'the same NHRI representative'],
    ngo: ['a civil society representative', 'another civil society representative', 'the same civil society representative'],
    expert: ['one expert', 'another expert', 'the same expert'],
    'private-sector': ['a private-sector representative', 'another private-sector representative', 'the same private-sector representative'],
  },
  offices: {
    ambassador: ['one ambassador', 'another ambassador', 'the same ambassador'],
    'special rapporteur': ['a Special Rapporteur', 'another Special Rapporteur', 'the same Special Rapporteur'],
    'independent expert': ['an Independent Expert', 'another Independent Expert', 'the same Independent Expert'],
  },
  representative: {
    first: 'a representative of {}',
    another: 'another representative of {}',
    again: 'the representative of {}',
    above: 'the above representative',
  },
  office: { first: 'the {}', above: 'the {}' },
  article: {
    word: 'the ',
    before:
      /^(?!the\b)(.*\b(union|office|group|commission|committee|council|ministry|mission|organi[sz]ation|institut\w*|cent(re|er)|foundation|programme|fund|bank|federation|republic|kingdom|states|islands|netherlands|emirates|secretariat|department|agency|league|alliance|network|association|society|university|parliament|nations|coalition|movement)\b)/i,
  },
};

const fr: Words = {
  participant: ['un participant', 'un autre participant', 'le même participant'],
  speaker: ['un intervenant', 'un autre intervenant', 'le même intervenant'],
  nobody: 'des participants',
  categories: {
    diplomat: ['un diplomate', 'un autre diplomate', 'le même diplomate'],
    minister: ['un ministre', 'un autre ministre', 'le même ministre'],
    parliamentarian: ['un parlementaire', 'un autre parlementaire', 'le même parlementaire'],
    'un-official': ['un fonctionnaire des Nations Unies', 'un autre fonctionnaire des Nations Unies', 'le même fonctionnaire des Nations Unies'],
    'regional-official': [
      'un fonctionnaire d’une organisation régionale',
      'un autre fonctionnaire d’une organisation régionale',
      'le même fonctionnaire d’une organisation régionale',
    ],
    nhri: [
      'un membre d’une institution nationale des droits de l’homme',
      'un autre membre d’une institution nationale des droits de l’homme',
      'le même membre d’une institution nationale des droits de l’homme',
    ],
    ngo: ['un représentant de la société civile', 'un autre représentant de la société civile', 'le même représentant de la société civile'],
    expert: ['un expert', 'un autre expert', 'le même expert'],
    'private-sector': ['un représentant du secteur privé', 'un autre représentant du secteur privé', 'le même représentant du secteur privé'],
  },
  offices: {
    ambassador: ['un ambassadeur', 'un autre ambassadeur', 'le même ambassadeur'],
    ambassadeur: ['un ambassadeur', 'un autre ambassadeur', 'le même ambassadeur'],
    ambassadrice: ['un ambassadeur', 'un autre ambassadeur', 'le même ambassadeur'],
  },
  representative: {
    first: 'une personne représentant {}',
    another: 'une autre personne représentant {}',
    again: 'la personne représentant {}',
    above: 'la même personne',
  },
  office: { first: '{}', above: '{}' },
  article: { word: '', before: /^(?!)/ },
};

const es: Words = {
  participant: ['un participante', 'otro participante', 'el mismo participante'],
  speaker: ['un orador', 'otro orador', 'el mismo orador'],
  nobody: 'participantes',
  categories: {
    diplomat: ['un diplomático', 'otro diplomático', 'el mismo diplomático'],
    minister: ['un ministro', 'otro ministro', 'el mismo ministro'],
    parliamentarian: ['un parlamentario', 'otro parlamentario', 'el mismo parlamentario'],
    'un-official': ['un funcionario de las Naciones Unidas', 'otro funcionario de las Naciones Unidas', 'el mismo funcionario de las Naciones Unidas'],
    'regional-official': [
      'un funcionario de una organización regional',
      'otro funcionario de una organización regional',
      'el mismo funcionario de una organización regional',
    ],
    nhri: [
      'un miembro de una institución nacional de derechos humanos',
      'otro miembro de una institución nacional de derechos humanos',
      'el mismo miembro de una institución nacional de derechos humanos',
    ],
    ngo: ['un representante de la sociedad civil', 'otro representante de la sociedad civil', 'el mismo representante de la sociedad civil'],
    expert: ['un experto', 'otro experto', 'el mismo experto'],
    'private-sector': ['un representante del sector privado', 'otro representante del sector privado', 'el mismo representante del sector privado'],
  },
  offices: {
    ambassador: ['un embajador', 'otro embajador', 'el mismo embajador'],
    embajador: ['un embajador', 'otro embajador', 'el mismo embajador'],
    embajadora: ['un embajador', 'otro embajador', 'el mismo embajador'],
  },
  representative: {
    first: 'una persona en representación de {}',
    another: 'otra persona en representación de {}',
    again: 'la persona en representación de {}',
    above: 'la misma persona',
  },
  office: { first: '{}', above: '{}' },
  article: { word: '', before: /^(?!)/ },
};

/** The words of a language by BCP 47 tag; a language without a table is worded in English. */
export function wordsFor(language: string): Words {
  const tag = language.toLowerCase().split('-')[0];
  return tag === 'fr' ? fr : tag === 'es' ? es : en;
}
