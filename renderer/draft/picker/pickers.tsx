/** The lists that open at the caret: what may stand here, speakers, references, entry, portion mark, sections. */
import { type ReactElement, useState } from 'react';
import type { Path } from 'slate';
import { blocksOf, plain } from '../../../shared/document/text.ts';
import { wordMentions } from '../../../shared/people/wording.ts';
import { useSay } from '../../ui/status-line.tsx';
import { commandsHere } from '../editor/command-table.ts';
import { insertCrossRef, insertSpeaker } from '../editor/inline-commands.ts';
import { currentBlock, ruleAround } from '../editor/nodes.ts';
import { addableSections, addSection, mayRemove, removeSection } from '../editor/section-commands.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { bench, picker, tools } from '../strings.ts';
import { ConsentPicker } from './consent-picker.tsx';
import { EntryPicker, PortionPicker } from './entry-pickers.tsx';
import { insertFigure } from './insert-figure.ts';
import { OppositePicker } from './opposite-picker.tsx';
import styles from './picker.module.css';
import { type Option, Picker } from './picker.tsx';

export function OpenPicker(): ReactElement | null {
  const kind = useStorePart(useDraft().ui, (ui) => ui.picker);
  switch (kind) {
    case 'what':
      return <WhatPicker />;
    case 'speaker':
      return <SpeakerPicker />;
    case 'lead':
      return <SpeakerPicker lead />;
    case 'reference':
      return <ReferencePicker />;
    case 'entry':
      return <EntryPicker />;
    case 'opposite':
      return <OppositePicker />;
    case 'portion':
      return <PortionPicker />;
    case 'consent':
      return <ConsentPicker />;
    case 'section':
      return <SectionPicker />;
    default:
      return null;
  }
}

function WhatPicker() {
  const draft = useDraft();
  const say = useSay();
  const { editor } = draft;
  const options: Option[] = commandsHere(editor).map((command) => ({
    id: command.id,
    label: command.title,
    text: command.title,
    hint: command.keys,
    run: () => {
      if (command.asks === 'picture') void insertFigure(draft).then((failed) => failed && say(failed));
      else {
        command.run(editor);
        if (command.type === 'intervention') draft.pick('lead');
      }
    },
  }));
  return <Picker title={picker.what} hint={picker.whatHint} options={options} sign="/" />;
}

/** Speakers by code and by how the rule will word them; names only while F8 shows them. Whoever types a name or a house finds its code. */
function SpeakerPicker({ lead = false }: { readonly lead?: boolean }) {
  const draft = useDraft();
  const say = useSay();
  const [names, setNames] = useState(false);
  const { people, k, language, ...parts } = useStore(draft.parts);
  const rule = ruleAround(draft.editor, draft.editor.selection?.anchor.path ?? null, parts.rule);
  const mention = { rule, consent: null, sentenceStart: false, form: 'inline' as const, scope: '', block: '' };
  const options: Option[] = people.map((person) => {
    const [worded] = wordMentions([{ ...mention, person: person.id }], people, { k, language });
    return {
      id: person.id,
      text: [person.code, person.role, person.name, person.affiliation, ...(person.aliases ?? [])].filter(Boolean).join(' '),
      label: (
        <>
          <span className={styles.code}>{person.code}</span> {worded?.text}
        </>
      ),
      aside: names ? person.name : (person.role ?? person.category),
      run: () => {
        if (lead) setLead(draft, person.id);
        else if (!insertSpeaker(draft.editor, person.id)) say(tools.noSpeakerHere);
      },
    };
  });
  return (
    <Picker
      title={picker.speaker}
      hint={picker.speakerHint}
      options={options}
      empty={people.length === 0 ? picker.nobody : picker.nothing}
      sign="@"
      foot={names ? picker.namesOff : picker.names}
      onKey={(event) => {
        if (event.key !== 'F8') return false;
        setNames((shown) => !shown);
        return true;
      }}
    />
  );
}

function setLead(draft: ReturnType<typeof useDraft>, person: string): void {
  const found = currentBlock(draft.editor);
  if (found?.[0].type === 'intervention') draft.editor.setNodes({ person } as never, { at: found[1] });
}

function ReferencePicker() {
  const draft = useDraft();
  const facts = useStore(draft.facts);
  const say = useSay();
  const here = currentBlock(draft.editor)?.[0].id;
  const options: Option[] = [];
  for (const { block } of blocksOf(draft.body)) {
    const label = facts.labels.get(block.id);
    if (block.id === here || (!label && block.type !== 'heading')) continue;
    const words = plain(block).slice(0, 80);
    const name = label ? label.ref : '§';
    options.push({
      id: block.id,
      label: label?.kind === 'figure' || label?.kind === 'table' ? label.label : name,
      text: `${name} ${words}`,
      aside: words,
      run: () => insertCrossRef(draft.editor, block.id) || say(tools.nothingHere),
    });
  }
  return <Picker title={picker.reference} hint={picker.referenceHint} options={options} />;
}

function SectionPicker() {
  const { editor } = useDraft();
  const say = useSay();
  const inner = editor.selection ? editor.selection.anchor.path : [];
  const parents: Path[] = [
    [],
    ...inner
      .map((_, depth) => inner.slice(0, depth + 1))
      .filter((path) => 'type' in editor.node(path)[0] && (editor.node(path)[0] as { type: string }).type === 'section'),
  ];
  const options: Option[] = parents.reverse().flatMap((parent) =>
    addableSections(editor, parent).map((addable) => ({
      id: `${parent.join('.')} ${addable.def.id}`,
      label: addable.def.title,
      text: addable.def.title,
      aside: parent.length === 0 ? undefined : sectionName(editor, parent),
      run: () => void addSection(editor, addable),
    })),
  );
  const removable = parents.filter((path) => path.length > 0 && mayRemove(editor, path));
  const removals: Option[] = removable.map((path) => ({
    id: `remove ${path.join('.')}`,
    label: bench.remove(sectionName(editor, path)),
    text: bench.remove(sectionName(editor, path)),
    run: () => {
      const title = sectionName(editor, path);
      if (removeSection(editor, path)) say({ text: bench.removed(title), undo: () => editor.undo() });
    },
  }));
  return <Picker title={picker.section} hint={picker.sectionHint} options={[...options, ...removals]} />;
}

function sectionName(editor: ReturnType<typeof useDraft>['editor'], path: Path): string {
  const [node] = editor.node(path);
  const heading = 'children' in node ? node.children[0] : undefined;
  return heading && 'type' in heading && heading.type === 'heading' ? plain(heading) : '';
}
