/** The compiler's folder is one that is not there: it can read nothing but what it is given. */
import { join, resolve } from 'node:path';

export const workspace = resolve('/rapporteur-layout');

/** Path of a file given to the compiler. */
export const inside = (path: string): string => join(workspace, path);

/** Results that so many layouts in a row did not use are dropped: the engine otherwise keeps every page that ever was. */
export const cacheAge = 6;
