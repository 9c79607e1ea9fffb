/** Every command of the command line. To add one: a line here and a file under commands/. */
import type { Command, Option } from './command.ts';

const archive: Option = { type: 'string', value: 'DIR', help: 'folder of the archive' };
const passphraseFile: Option = { type: 'string', value: 'FILE', help: 'first line is the passphrase; without it there is a prompt' };
const audience: Option = { type: 'string', value: 'A', help: 'for whom; the draft’s own audience otherwise' };
const out: Option = { type: 'string', value: 'DIR', help: 'folder for the files' };
const one = { min: 1, max: 1 };
const none = { min: 0, max: 0 };
const many = { min: 1, max: 500 };

export const commands: readonly Command[] = [
  {
    name: 'templates',
    summary: 'Lists the templates.',
    takes: '',
    positionals: none,
    options: {},
    load: () => import('./commands/templates.ts'),
  },
  {
    name: 'new',
    summary: 'Writes a valid draft with every required section.',
    takes: 'TEMPLATE --out FILE [--sample]',
    positionals: one,
    options: { out: { type: 'string', value: 'FILE', help: 'the draft file (mode 0600)' }, sample: { type: 'boolean', help: 'a complete fictional draft' } },
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'validate',
    summary: 'Says whether a draft keeps to its schema and its template.',
    takes: 'FILE',
    positionals: one,
    options: {},
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'check',
    summary: 'Lists what would identify somebody. Ends with 3 where it blocks.',
    takes: 'FILE [--rule R] [--audience A]',
    positionals: one,
    options: {
      rule: { type: 'string', value: 'R', help: 'named, affiliation, chatham-house or unattributed; with it FILE may be anything importable' },
      audience,
    },
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'export',
    summary: 'Checks a draft, writes its files and verifies them.',
    takes: 'FILE --to FORMATS --out DIR',
    positionals: one,
    options: {
      to: { type: 'string', value: 'FORMATS', help: 'docx,pdf,html,md,txt,json (pdf-archive for PDF/A)' },
      out,
      audience,
      recipient: { type: 'string', value: 'NAME', help: 'one named recipient’s copy' },
      override: { type: 'string', value: 'FILE', help: 'findings to keep: [{id, reason}]' },
    },
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'import',
    summary: 'Reads reports into structure, and files them in an archive.',
    takes: 'FILE… [--archive DIR] [--drafts DIR]',
    positionals: many,
    options: {
      archive,
      'passphrase-file': passphraseFile,
      drafts: { type: 'string', value: 'DIR', help: 'also writes an editable draft of each file there (mode 0600)' },
      template: { type: 'string', value: 'ID', help: 'a template’s id, or auto' },
      'dry-run': { type: 'boolean', help: 'only reads' },
    },
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'search',
    summary: 'Searches the entries and texts of an archive.',
    takes: 'QUERY --archive DIR',
    positionals: one,
    options: {
      archive,
      'passphrase-file': passphraseFile,
      kind: { type: 'string', value: 'K', help: 'question, key-point, conclusion, proposal, recommendation, lesson, warning, statement or text' },
      from: { type: 'string', value: 'D', help: 'YYYY[-MM[-DD]]' },
      to: { type: 'string', value: 'D', help: 'YYYY[-MM[-DD]], inclusive' },
      addressee: { type: 'string', value: 'X', help: 'to whom it is addressed' },
      theme: { type: 'string', value: 'T', help: 'what it is about' },
      support: { type: 'string', value: 'S', help: 'one, some, several, a-number, many, most, general-view, wide-agreement, agreed or none' },
      report: { type: 'string', value: 'R', help: 'id of one report' },
      limit: { type: 'string', value: 'N', help: 'how many results, 1 to 1000 (20)' },
    },
    load: () => import('./commands/search.ts'),
  },
  ...archiveCommands(),
  {
    name: 'serve',
    summary: 'Opens the app in a browser on this machine.',
    takes: '[--archive DIR] [--port N] [--sample]',
    positionals: none,
    options: {
      archive,
      port: { type: 'string', value: 'N', help: 'a port on 127.0.0.1; any free one otherwise' },
      sample: { type: 'boolean', help: 'opens the sample archive, for this run only' },
    },
    load: () => import('./serve.ts'),
  },
];

function archiveCommands(): Command[] {
  const keys = { archive, 'passphrase-file': passphraseFile };
  const command = (name: string, summary: string, options: Command['options'] = {}, takes = ''): Command => ({
    name: `archive ${name}`,
    summary,
    takes: `--archive DIR${takes}`,
    positionals: none,
    options: { ...keys, ...options },
    load: async () => ({ run: (await import('./commands/archive.ts')).runs[name as keyof typeof import('./commands/archive.ts').runs] }),
  });
  return [
    command('create', 'Makes an archive and says its recovery key, once.'),
    command('stats', 'Counts reports and entries.'),
    command('verify', 'Reads and authenticates every page.'),
    command('backup', 'Makes a verified backup.'),
    command('restore', 'Takes the newest verified backup; the damaged file is kept.', {
      from: { type: 'string', value: 'ID', help: 'one backup, by file or id' },
    }),
    command('change-passphrase', 'Changes the passphrase.', { 'new-passphrase-file': { ...passphraseFile, help: 'first line is the new passphrase' } }),
    command('export', 'Writes every entry.', { to: { type: 'string', value: 'FORMATS', help: 'csv,json' }, out }, ' --to csv,json --out DIR'),
  ];
}
