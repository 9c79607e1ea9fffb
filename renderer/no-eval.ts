/** The page's policy forbids making code from text; zod would try to. Imported first, before any schema is made. */
import { config } from 'zod';

config({ jitless: true });
