/** What is made ready before anybody needs it: else the first keystroke of a draft would wait for the guard's words to be compiled. */
import { languages } from '../../shared/guard/lexicon.ts';
import { packFor } from '../../shared/guard/passage.ts';
import type { Core } from './core.ts';

/** The first answers of a process go before. */
const pause = 400;

/** Compiles the guard's words, one language at a time, so that calls in between are answered. It keeps no process alive. */
export function warmGuard(core: Core): void {
  languages.forEach((language, index) => {
    const compile = () => {
      const lexicon = core.lexicon();
      // A lexicon with a fault is told by the first check.
      if (lexicon.ok) packFor(lexicon.value, language);
    };
    setTimeout(compile, pause * (index + 1)).unref();
  });
}
