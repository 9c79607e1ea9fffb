/** A second process that opens an archive and says what happened. Run as: node open-child.ts FOLDER */
import { openArchive } from '../../electron/archive/archive.ts';

const opened = await openArchive({ folder: process.argv[2] ?? '', secret: { passphrase: 'correct horse battery staple 42' }, owner: 'child' });
console.log(opened.ok ? 'opened' : `${opened.error.code} ${opened.error.detail['owner'] ?? ''}`);
if (opened.ok) opened.value.close();
