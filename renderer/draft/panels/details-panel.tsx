/** The Details panel: the form's fields, those of the section with the caret, and the draft's audience. */
import { Transforms } from 'slate';
import type { FieldValue } from '../../../shared/document/fields.ts';
import { sectionTitle } from '../../../shared/document/text.ts';
import { type RuleId, ruleIds, ruleTitles } from '../../../shared/people/rule.ts';
import type { FieldDef } from '../../../shared/template/schema.ts';
import text from '../../style/text.module.css';
import { cx } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Pick } from '../../ui/menu.tsx';
import { useSay } from '../../ui/status-line.tsx';
import { retitle } from '../editor/fixed-headings.ts';
import { findById, isSection } from '../editor/nodes.ts';
import { defAt } from '../editor/section-defs.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import styles from './details-panel.module.css';
import { FieldInput } from './field-input.tsx';
import side from './side.module.css';
import { details } from './strings.ts';

export function DetailsPanel() {
  const draft = useDraft();
  const { fields, audience, marking } = useStore(draft.parts);
  const set = (id: string, value: FieldValue): void => draft.change({ fields: { ...draft.parts.get().fields, [id]: value } });
  return (
    <>
      <div className={side.head}>
        <h2 className={side.verdict}>{draft.template.title}</h2>
        <p className={side.sub}>{draft.template.description}</p>
      </div>
      <div className={cx(text.scroll, side.pad, styles.fields)} data-region-start="">
        {draft.template.fields.map((def) => (
          <FieldInput key={def.id} def={def} value={fields[def.id]} onChange={(value) => set(def.id, value)} />
        ))}
        <SectionFields />
        <h3 className={styles.part}>{details.issue}</h3>
        <LanguagePick />
        <Pick
          label={details.audience}
          value={audience}
          onPick={(id) => draft.change({ audience: id })}
          options={draft.template.audiences.map((each) => ({ value: each.id, label: each.title }))}
        />
        <Field label={details.originator} value={marking.originator ?? ''} onChange={(originator) => draft.change({ marking: { ...marking, originator } })} />
        <Field label={details.markingReason} value={marking.reason ?? ''} onChange={(reason) => draft.change({ marking: { ...marking, reason } })} />
      </div>
    </>
  );
}

/** The language of the report: headings of the form, dates and the words that the rule writes follow it; what was typed stays. */
function LanguagePick() {
  const draft = useDraft();
  const say = useSay();
  const language = useStorePart(draft.parts, (parts) => parts.language);
  const offered = details.languages.some(({ value }) => value === language)
    ? details.languages
    : [...details.languages, { value: language, label: languageName(language) }];
  const set = (next: string): void => {
    if (next === language) return;
    draft.change({ language: next });
    const changed = retitle(draft.editor);
    const undo = (): void => {
      draft.change({ language });
      if (changed > 0) draft.editor.undo();
    };
    say({ text: details.languageSet(languageName(next), changed), undo });
  };
  return <Pick label={details.language} value={language} onPick={set} options={[...offered]} />;
}

const languageName = (tag: string): string => new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? tag;

/** Fields of the section with the caret (host and day of one dialogue), and a stricter rule for it. */
function SectionFields() {
  const draft = useDraft();
  const id = useStorePart(draft.caret, (caret) => caret.section);
  // Section fields live in the body: look again when it changes.
  useStore(draft.facts);
  const rule = useStorePart(draft.parts, (parts) => parts.rule);
  const found = id === null ? null : findById(draft.editor, id);
  if (!found || !isSection(found[0])) return null;
  const [section, path] = found;
  const defs: readonly FieldDef[] = defAt(draft.editor, path)?.fields ?? [];
  const set = (field: string, value: FieldValue): void => Transforms.setNodes(draft.editor, { fields: { ...section.fields, [field]: value } }, { at: path });
  const stricter = ruleIds.slice(ruleIds.indexOf(rule));
  const setRule = (next: RuleId): void =>
    next === rule ? Transforms.unsetNodes(draft.editor, 'rule' as never, { at: path }) : Transforms.setNodes(draft.editor, { rule: next }, { at: path });
  return (
    <>
      <h3 className={styles.part}>{details.section(sectionTitle(section))}</h3>
      {defs.map((def) => (
        <FieldInput key={`${section.id} ${def.id}`} def={def} value={section.fields?.[def.id]} onChange={(value) => set(def.id, value)} />
      ))}
      <Pick
        label={details.sectionRule}
        value={section.rule ?? rule}
        onPick={setRule}
        options={stricter.map((each) => ({ value: each, label: each === rule ? details.asDraft(ruleTitles[each]) : ruleTitles[each] }))}
      />
    </>
  );
}
