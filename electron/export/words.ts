/** The few words that an exporter adds by itself, in the languages that reports are issued in. Everything else comes from the template. */
export interface ExportWords {
  /** Between the number of a page and the count of pages. */
  readonly of: string;
  readonly contents: string;
  readonly notes: string;
  readonly copy: (number: number, of: number) => string;
  /** Around a quotation set in the margin. */
  readonly quotes: readonly [string, string];
}

const english: ExportWords = { of: 'of', contents: 'Contents', notes: 'Notes', copy: (n, of) => `Copy ${n} of ${of}`, quotes: ['“', '”'] };

const words: Readonly<Record<string, ExportWords>> = {
  en: english,
  fr: { of: 'sur', contents: 'Table des matières', notes: 'Notes', copy: (n, of) => `Exemplaire ${n} sur ${of}`, quotes: ['«\u00a0', '\u00a0»'] },
  es: { of: 'de', contents: 'Índice', notes: 'Notas', copy: (n, of) => `Ejemplar ${n} de ${of}`, quotes: ['«', '»'] },
  ru: { of: 'из', contents: 'Содержание', notes: 'Примечания', copy: (n, of) => `Экземпляр ${n} из ${of}`, quotes: ['«', '»'] },
  ar: { of: 'من', contents: 'المحتويات', notes: 'الحواشي', copy: (n, of) => `النسخة ${n} من ${of}`, quotes: ['«', '»'] },
  zh: { of: '/', contents: '目录', notes: '注', copy: (n, of) => `第${n}份，共${of}份`, quotes: ['“', '”'] },
};

/** Words for a BCP 47 tag; English where the language is not one of the six. */
export function exportWords(language: string): ExportWords {
  return words[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
}
