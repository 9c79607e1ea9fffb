/** The left column: for whom, the marking, which files. */
import { useQueries } from '@tanstack/react-query';
import type { Output } from '../../shared/contract/api.ts';
import { ask } from '../client.ts';
import { hrefOf } from '../route.ts';
import { exporting, type Format } from '../strings/export.ts';
import { dateWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { ButtonLink } from '../ui/button.tsx';
import { Choice as Radios, Tick } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import { Field } from '../ui/field.tsx';
import { Marking } from '../ui/marking.tsx';
import styles from './export.module.css';
import type { Choice } from './export-screen.tsx';

export interface ChoicesProps {
  readonly id: string;
  readonly choice: Choice;
  readonly audiences: Output<'template.get'>['audiences'];
  readonly publication: Output<'draft.publication'> | undefined;
  readonly onChange: (change: Partial<Choice>) => void;
}

export function Choices({ id, choice, audiences, publication, onChange }: ChoicesProps) {
  const withheld = useWithheld(
    id,
    audiences.map((audience) => audience.id),
  );
  const chosen = audiences.find((one) => one.id === choice.audience);
  const marking = publication?.marking ?? null;
  const toggle = (format: Format, on: boolean) => onChange({ formats: on ? [...choice.formats, format] : choice.formats.filter((other) => other !== format) });
  return (
    <form className={cx(styles.set, text.scroll)} aria-label={exporting.choices} data-region="" onSubmit={(event) => event.preventDefault()}>
      <div className={styles.group}>
        <Radios
          label={exporting.forWhom}
          value={choice.audience}
          onChoose={(audience) => onChange({ audience })}
          options={audiences.map((one) => ({ value: one.id, label: one.title, aside: one.numbered ? exporting.numbered : sayWithheld(withheld.get(one.id)) }))}
        />
        {chosen?.numbered ? (
          <Field
            className={styles.recipient}
            label={exporting.recipient}
            value={choice.recipient}
            onChange={(recipient) => onChange({ recipient })}
            maxLength={200}
            help={exporting.recipientHelp}
          />
        ) : null}
      </div>
      <fieldset className={styles.group}>
        <legend className={text.sectionTitle}>{exporting.marking}</legend>
        <div className={styles.mark}>
          {marking?.printed ? <Marking label={marking.label} tone={marking.tone} /> : <span className={text.quiet}>{exporting.unmarked}</span>}
          <ButtonLink variant="bare" href={hrefOf({ place: 'draft', id })}>
            {exporting.change}
          </ButtonLink>
        </div>
        {marking?.reviewOn === undefined ? null : <p className={text.listSub}>{exporting.review(dateWords(marking.reviewOn))}</p>}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={text.sectionTitle}>{exporting.files}</legend>
        {exporting.formats.map((format) => (
          <Tick key={format.value} isSelected={choice.formats.includes(format.value)} onChange={(on) => toggle(format.value, on)} aside={format.aside}>
            {format.label}
          </Tick>
        ))}
      </fieldset>
    </form>
  );
}

const sayWithheld = (count: number | undefined) => (count === undefined ? undefined : exporting.withheld(count));

/** How many paragraphs each audience does not see, against the one that sees most. */
function useWithheld(id: string, audiences: readonly string[]): ReadonlyMap<string, number> {
  const publications = useQueries({
    queries: audiences.map((audience) => ({ queryKey: ['draft.publication', { id, audience }], queryFn: () => ask('draft.publication', { id, audience }) })),
  });
  const lengths = publications.map((one) => one.data?.body.length);
  if (lengths.some((length) => length === undefined)) return new Map();
  const most = Math.max(...lengths.map((length) => length ?? 0));
  return new Map(audiences.map((audience, index) => [audience, most - (lengths[index] ?? most)]));
}
