/** Asks the guard again a moment after the text came to rest; the answer to an older text is dropped. */
import type { Client } from '../../../shared/contract/api.ts';
import { sentence } from '../../../shared/contract/errors.ts';
import type { Findings } from '../../../shared/guard/finding.ts';
import type { Journal } from './journal.ts';
import { Store } from './store.ts';

/** ms between the last change and the question. */
const rest = 700;

export class Checker {
  readonly findings = new Store<Findings | null>(null);
  /** The sentence of the last failure; null while the guard answers. */
  readonly failure = new Store<string | null>(null);
  readonly #client: Pick<Client, 'draft.check'>;
  readonly #id: string;
  readonly #journal: Journal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #closed = false;

  constructor(client: Pick<Client, 'draft.check'>, id: string, journal: Journal) {
    this.#client = client;
    this.#id = id;
    this.#journal = journal;
  }

  /** The text changed: what is known is stale, ask when it comes to rest. */
  changed(after = rest): void {
    clearTimeout(this.#timer);
    this.#round += 1;
    if (!this.#closed) this.#timer = setTimeout(() => void this.#ask(), after);
  }

  async #ask(): Promise<void> {
    const round = this.#round;
    await this.#journal.flush();
    const result = await this.#client['draft.check']({ id: this.#id });
    if (round !== this.#round || this.#closed) return;
    this.failure.set(result.ok ? null : sentence(result.error.code, result.error.detail));
    if (result.ok) this.findings.set(result.value);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}

/** All findings in the order in which they are gone through: blocking first, then in the order of the text. */
export function inOrder(findings: Findings | null): Findings['block'] {
  return findings ? [...findings.block, ...findings.warn] : [];
}
