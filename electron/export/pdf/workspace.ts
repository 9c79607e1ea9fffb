/** The compiler's folder is one that is not there: it can read nothing but what it is given. */
import { join, resolve } from 'node:path';

export const workspace = resolve('/rapporteur-layout');

/** Path of a file given to the compiler. */
export const inside = (path: string): string => join(workspace, path);
