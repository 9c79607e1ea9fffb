/** One field of a form, by its type. What is typed is kept as typed; lists are one item a line. */
import { useState } from 'react';
import type { Fields, FieldValue } from '../../../shared/document/fields.ts';
import { fieldList, fieldText } from '../../../shared/document/fields.ts';
import type { FieldDef } from '../../../shared/template/schema.ts';
import { client } from '../../client.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Pick } from '../../ui/menu.tsx';
import { useDraft } from '../model/session.ts';
import { choosePictureFile } from '../picker/choose-image.ts';
import styles from './details-panel.module.css';
import { details } from './strings.ts';

export interface FieldInputProps {
  readonly def: FieldDef;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
}

export function FieldInput({ def, value, onChange }: FieldInputProps) {
  const label = def.required ? details.required(def.title) : def.title;
  const common = { label, help: def.help === '' ? undefined : def.help };
  const fields: Fields = value === undefined ? {} : { value };
  switch (def.type) {
    case 'long':
      return <Field {...common} lines={4} value={fieldText(fields, 'value')} onChange={onChange} />;
    case 'list':
      return <ListField {...common} value={fieldList(fields, 'value')} onChange={onChange} />;
    case 'date':
      return <DayField {...common} value={fieldText(fields, 'value')} onChange={onChange} />;
    case 'range':
      return <RangeField {...{ common, value, onChange }} />;
    case 'choice':
      return (
        <Pick
          label={label}
          value={fieldText(fields, 'value')}
          onPick={onChange}
          options={(def.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
        />
      );
    case 'asset':
    case 'assets':
      return <PictureField {...{ label, value: fieldList(fields, 'value'), many: def.type === 'assets', onChange }} />;
    default:
      return <Field {...common} value={fieldText(fields, 'value')} onChange={onChange} />;
  }
}

interface Common {
  readonly label: string;
  readonly help: string | undefined;
}

/** The last line may be empty while it is typed; it is dropped from the value, not from the screen. */
function ListField({ value, onChange, ...common }: Common & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const [typed, setTyped] = useState(value.join('\n'));
  const change = (text: string): void => {
    setTyped(text);
    onChange(text.split('\n').filter((line) => line.trim() !== ''));
  };
  return <Field {...common} help={common.help ?? details.oneALine} lines={Math.max(2, value.length + 1)} value={typed} onChange={change} />;
}

function DayField({ value, onChange, ...common }: Common & { readonly value: string; readonly onChange: (value: string) => void }) {
  return <Field {...common} type="date" value={value} onChange={onChange} className={styles.day} />;
}

function RangeField({
  common,
  value,
  onChange,
}: {
  readonly common: Common;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
}) {
  const range =
    typeof value === 'object' && !Array.isArray(value) ? value : { start: typeof value === 'string' ? value : '', end: typeof value === 'string' ? value : '' };
  const [start, setStart] = useState(range.start);
  const [end, setEnd] = useState(range.end);
  const change = (first: string, last: string): void => {
    setStart(first);
    setEnd(last);
    if (first === '') onChange('');
    else onChange({ start: first, end: last === '' || last < first ? first : last });
  };
  return (
    <div className={styles.range}>
      <Field label={common.label} type="date" value={start} onChange={(day) => change(day, end)} />
      <Field
        label={details.until}
        type="date"
        value={end}
        onChange={(day) => change(start, day)}
        error={end !== '' && end < start ? details.endsBefore : undefined}
      />
    </div>
  );
}

function PictureField({
  label,
  value,
  many,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly many: boolean;
  readonly onChange: (value: FieldValue) => void;
}) {
  const draft = useDraft();
  const add = async (): Promise<void> => {
    const base64 = await choosePictureFile();
    const cleaned = base64 === null ? null : await client['draft.addPicture']({ base64 });
    if (!cleaned?.ok) return;
    const id = draft.editor.newId('a');
    const { mime, base64: clean } = cleaned.value;
    draft.change({ assets: { ...draft.parts.get().assets, [id]: { mime, base64: clean, alt: '', credit: '' } } });
    onChange(many ? [...value, id] : id);
    draft.ask({ kind: 'picture', asset: id });
  };
  return (
    <div className={styles.pictures}>
      <span className={styles.label}>{label}</span>
      {value.map((id) => (
        <span key={id} className={styles.picture}>
          <Button variant="link" onPress={() => draft.ask({ kind: 'picture', asset: id })}>
            {draft.parts.get().assets[id]?.alt || details.undescribed}
          </Button>
          <Button variant="link" onPress={() => onChange(many ? value.filter((other) => other !== id) : '')}>
            {details.takeOut}
          </Button>
        </span>
      ))}
      {many || value.length === 0 ? <Button onPress={() => void add()}>{details.choosePicture}</Button> : null}
    </div>
  );
}
