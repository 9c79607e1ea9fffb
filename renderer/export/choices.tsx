/** The left column: for whom, the marking, which files. */
import { useMemo } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { hrefOf } from '../route.ts';
import { exporting, type Format } from '../strings/export.ts';
import { dateWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { ButtonLink } from '../ui/button.tsx';
import { Choice as Radios, Tick } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import { Field } from '../ui/field.tsx';
import { Marking } from '../ui/marking.tsx';
import { compareViews, type Material } from './compare/views.ts';
import styles from './export.module.css';
import type { Choice } from './export-screen.tsx';

export interface ChoicesProps {
  readonly id: string;
  readonly choice: Choice;
  readonly audiences: Output<'template.get'>['audiences'];
  /** Absent until the schemes of marking are read. */
  readonly material: Material | undefined;
  readonly publication: Output<'draft.publication'> | undefined;
  readonly onChange: (change: Partial<Choice>) => void;
}

export function Choices({ id, choice, audiences, material, publication, onChange }: ChoicesProps) {
  const withheld = useWithheld(material);
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

/** How many of the written paragraphs each audience does not see. */
function useWithheld(material: Material | undefined): ReadonlyMap<string, number> {
  return useMemo(() => {
    const counted = material?.template.audiences.map(({ id }) => [id, compareViews(material, { audience: null }, { audience: id })] as const) ?? [];
    return new Map(counted.flatMap(([id, compared]) => (compared.ok ? [[id, compared.value.withheld] as const] : [])));
  }, [material]);
}
