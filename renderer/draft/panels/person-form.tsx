/** One person of the register, to edit. */
import { Consent, categoryIds, type Person } from '../../../shared/people/person.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Pick } from '../../ui/menu.tsx';
import styles from './people-panel.module.css';
import { people as words } from './strings.ts';

export interface PersonFormProps {
  readonly person: Person;
  readonly onChange: (patch: Partial<Person>) => void;
  readonly onRemove: () => void;
}

const list = (typed: string): string[] | undefined => {
  const items = typed.split(',').map((item) => item.trim());
  return items.some((item) => item !== '') ? items.filter((item) => item !== '') : undefined;
};

const lines = (typed: string): string[] | undefined => {
  const items = typed
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length > 0 ? items : undefined;
};

const hasMore = ({ languages, notes, remarks }: Person): boolean => [languages, notes, remarks].some((each) => each !== undefined);

export function PersonForm({ person, onChange, onRemove }: PersonFormProps) {
  const categories = [...new Set<string>([...categoryIds, person.category])];
  return (
    <div className={styles.form}>
      <div className={styles.two}>
        <Field label={words.code} value={person.code} maxLength={12} onChange={(code) => onChange({ code })} />
        <Field label={words.name} value={person.name} maxLength={200} onChange={(name) => onChange({ name })} autoFocus={person.name === ''} />
      </div>
      <Field label={words.role} value={person.role ?? ''} maxLength={200} onChange={(role) => onChange({ role })} />
      <Field label={words.affiliation} value={person.affiliation ?? ''} maxLength={200} onChange={(affiliation) => onChange({ affiliation })} />
      <div className={styles.half}>
        <Pick
          label={words.category}
          value={person.category}
          onPick={(category) => onChange({ category })}
          options={categories.map((id) => ({ value: id, label: words.categories[id as keyof typeof words.categories] ?? id }))}
        />
        <Pick
          label={words.gender}
          value={person.gender ?? 'none'}
          onPick={(gender) => onChange({ gender: gender === 'none' ? undefined : gender })}
          options={(['none', 'female', 'male', 'other'] as const).map((id) => ({ value: id, label: words.genders[id] }))}
        />
      </div>
      <div className={styles.half}>
        <Field label={words.region} value={person.region ?? ''} maxLength={80} onChange={(region) => onChange({ region })} />
        <Pick
          label={words.consent}
          value={person.consent}
          onPick={(consent) => onChange({ consent })}
          options={Consent.options.map((id) => ({ value: id, label: words.consents[id] }))}
        />
      </div>
      <Field
        label={words.aliases}
        help={words.aliasesHelp}
        defaultValue={person.aliases?.join(', ') ?? ''}
        onChange={(typed) => onChange({ aliases: list(typed) })}
      />
      <details className={styles.more} open={hasMore(person)}>
        <summary>{words.more}</summary>
        <div className={styles.moreFields}>
          <Field label={words.languages} defaultValue={person.languages?.join(', ') ?? ''} onChange={(typed) => onChange({ languages: list(typed) })} />
          <Field
            label={words.notes}
            help={words.notesHelp}
            lines={3}
            defaultValue={person.notes?.join('\n') ?? ''}
            onChange={(typed) => onChange({ notes: lines(typed) })}
          />
          <Field
            label={words.remarks}
            help={words.remarksHelp}
            lines={3}
            defaultValue={person.remarks?.join('\n') ?? ''}
            onChange={(typed) => onChange({ remarks: lines(typed) })}
          />
        </div>
      </details>
      <div>
        <Button variant="link" onPress={onRemove}>
          {words.remove}
        </Button>
      </div>
    </div>
  );
}
