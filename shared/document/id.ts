/** Identifiers in a draft: strings, unique in the file, chosen by whoever writes it. */
import { z } from 'zod';

export const looseId = z.string().min(1).max(80);
