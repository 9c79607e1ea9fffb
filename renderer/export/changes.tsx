/** What the chosen audience gets against what was written: withheld paragraphs, attributions now and instead. */
import { useMemo, useState } from 'react';
import { sentence } from '../../shared/contract/errors.ts';
import { type RuleId, ruleIds } from '../../shared/people/rule.ts';
import { changing, countsOf, kindOf } from '../strings/changes.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pick } from '../ui/menu.tsx';
import styles from './changes.module.css';
import type { Difference, Row } from './compare/compare.ts';
import type { Piece } from './compare/pieces.ts';
import { compareViews, type Material, type View } from './compare/views.ts';

export interface ChangesProps {
  readonly material: Material;
  readonly audience: string;
  /** Whom the numbered copy is made out to; absent for audiences without copies. */
  readonly recipient: string | undefined;
  /** Begin with the rule's effect: against the text by affiliation. */
  readonly byRule: boolean;
}

const own = 'own';

export function Changes({ material, audience, recipient, byRule }: ChangesProps) {
  const strict = ruleIds.indexOf(material.draft.rule) > ruleIds.indexOf('affiliation');
  const [against, setAgainst] = useState(byRule && strict ? 'rule affiliation' : own);
  const options = optionsOf(material, audience);
  const chosen = options.find(({ value }) => value === against)?.value ?? own;
  const compared = useMemo(() => compareViews(material, viewOf(chosen), { audience, recipient }), [material, chosen, audience, recipient]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <section className={cx(styles.changes, text.scroll)} aria-label={changing.changes} tabIndex={0}>
      <div className={styles.sheet}>
        <div className={styles.against}>
          <Pick label={changing.comparedWith} options={options} value={chosen} onPick={setAgainst} />
        </div>
        <p className={styles.counts} role="status">
          {compared.ok ? countsOf(compared.value) : ''}
        </p>
        {compared.ok ? (
          <ol className={styles.rows} lang={material.draft.language}>
            {compared.value.rows.map((row) => (
              <RowItem key={row.id + row.kind} row={row} />
            ))}
          </ol>
        ) : (
          <EmptyState title={changing.failed}>{sentence(compared.error.code, compared.error.detail)}</EmptyState>
        )}
      </div>
    </section>
  );
}

function optionsOf({ draft, template }: Material, audience: string): { value: string; label: string }[] {
  return [
    { value: own, label: changing.all },
    ...(draft.people.length === 0 ? [] : [{ value: 'rule names', label: changing.allNames }]),
    ...ruleIds.filter((rule) => rule !== draft.rule).map((rule) => ({ value: `rule ${rule}`, label: changing.allUnder(rule) })),
    ...template.audiences.filter(({ id }) => id !== audience).map(({ id, title }) => ({ value: `for ${id}`, label: changing.other(title) })),
  ];
}

function viewOf(value: string): View {
  if (value.startsWith('for ')) return { audience: value.slice(4) };
  return value.startsWith('rule ') ? { audience: null, rule: value.slice(5) as RuleId | 'names' } : { audience: null };
}

function RowItem({ row }: { readonly row: Row }) {
  if (row.kind === 'unchanged') return <li className={styles.unchanged}>{changing.unchanged(row.count)}</li>;
  if (row.kind === 'place') return <li className={styles.heading}>{row.text}</li>;
  if (row.kind === 'matter') return <MatterRow part={row.part === 'back' ? 'back' : 'front'} lines={row.lines} />;
  return (
    <li className={styles.row} data-kind={row.kind} data-part={row.part}>
      <span className={styles.label}>{row.part === 'body' ? row.label : ''}</span>
      <div>
        <span className={row.kind === 'changed' && row.part === 'body' ? text.hidden : styles.kind}>{kindOf(row)}</span>
        <Words row={row} />
      </div>
    </li>
  );
}

/** What stands on the title page goes out to everybody as it is typed: folded, so that a name in it can be looked for. */
function MatterRow({ part, lines }: { readonly part: 'front' | 'back'; readonly lines: readonly string[] }) {
  return (
    <li className={styles.matter}>
      <details>
        <summary>{changing.asWritten(part)}</summary>
        <div className={styles.lines}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <p>{changing.asWrittenSay}</p>
      </details>
    </li>
  );
}

function Words({ row: { kind, heading, pieces } }: { readonly row: Difference }) {
  const told = kind === 'changed';
  return (
    <p className={cx(styles.words, heading && styles.heading)}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name of their own, and are never moved
        <PieceWords key={at} piece={piece} told={told} />
      ))}
    </p>
  );
}

/** Deleted and inserted by element, by line and by words for those who hear the page; never by colour alone. */
function PieceWords({ piece, told }: { readonly piece: Piece; readonly told: boolean }) {
  if (piece.kind === 'same') return <>{piece.text}</>;
  const Tag = piece.kind === 'gone' ? 'del' : 'ins';
  return (
    <>
      <Tag>
        {told ? <span className={text.hidden}>{piece.kind === 'gone' ? changing.now : changing.instead}</span> : null}
        {piece.text}
      </Tag>
      {told && piece.kind === 'gone' ? ' ' : null}
    </>
  );
}
