/** A block of running text: its number hangs left of it, its findings and entry stand beside it. */
import { Editor, Node } from 'slate';
import { ReactEditor } from 'slate-react';
import { plain } from '../../../shared/document/text.ts';
import { datelineWords } from '../../../shared/publication/blocks.ts';
import { inLanguage } from '../../../shared/template/in-language.ts';
import { cx } from '../../ui/class-names.ts';
import { isSection, isTitle } from '../editor/nodes.ts';
import type { TextBlock } from '../editor/types.ts';
import { useIsCurrent, useLabel } from '../model/hooks.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';
import type { ElementProps } from './element.tsx';
import { EdgeMark, HeadingMark, MarginNote, OppositeMark } from './margin.tsx';

function classesOf(element: TextBlock, outermost: boolean): string {
  const level = 'level' in element ? element.level : 1;
  switch (element.type) {
    case 'heading':
      return isTitle(element) ? cx(styles.title, outermost && styles.outermost) : cx(styles.heading, level === 3 && styles.heading3);
    case 'numbered':
      return styles.numbered ?? '';
    case 'subitem':
      return cx(styles.subitem, level === 2 && styles.inner);
    case 'bullet':
      return cx(styles.bullet, level === 2 && styles.bullet2, level === 3 && styles.bullet3);
    case 'intervention':
      return styles.intervention ?? '';
    case 'question':
      return styles.question ?? '';
    case 'quote':
      return styles.quote ?? '';
    default:
      return '';
  }
}

const headingTags = ['h2', 'h3', 'h4', 'h5'] as const;

export function TextBlockElement({ element, attributes, children }: ElementProps<TextBlock>) {
  const label = useLabel(element.id);
  const current = useIsCurrent(element.id);
  const draft = useDraft();
  const pointedAt = useStorePart(draft.reading, ({ shown }) => shown === element.id);
  const depth = element.type === 'heading' ? ReactEditor.findPath(draft.editor, element).length : 0;
  const refused = useStorePart(draft.refused, (times) => (isTitle(element) ? times : 0));
  // The words run as they are written; what hangs beside them stands where the sheet has it.
  const { dir = lettersIn(element), ...block } = attributes;
  const Tag = element.type === 'heading' ? (headingTags[Math.min(3, depth - 2 + element.level - 1)] ?? 'h3') : 'div';
  if (element.type === 'pull-quote') {
    return (
      <div {...block} className={styles.pull} data-block={element.id}>
        <span className={styles.pullWords} dir={dir}>
          {children}
        </span>
      </div>
    );
  }
  return (
    <Tag
      key={refused}
      {...block}
      className={cx(styles.block, classesOf(element, depth === 2), element.withheld && styles.isWithheld)}
      data-n={label}
      data-block={element.id}
      data-current={current || undefined}
      data-read={pointedAt || undefined}
      lang={element.lang}
    >
      {element.type === 'heading' ? (
        <HeadingMark element={element} current={current} />
      ) : current ? (
        <MarginNote element={element} />
      ) : (
        <OppositeMark id={element.id} />
      )}
      <LeadIn element={element} />
      <Placeholder element={element} current={current} />
      <span className={styles.words} dir={dir}>
        {children}
      </span>
      <Portion element={element} />
      <EdgeMark id={element.id} />
      {isTitle(element) ? <Dateline element={element} /> : null}
    </Tag>
  );
}

/** Slate tells what runs from right to left; any other letters run from left to right, also on a sheet that does not. */
function lettersIn(element: TextBlock): 'ltr' | undefined {
  return /\p{L}/u.test(Node.string(element)) ? 'ltr' : undefined;
}

/** Host and day of this part of the meeting, as issued under its title; filled in the Details panel. */
function Dateline({ element }: { readonly element: TextBlock }) {
  const draft = useDraft();
  const parts = useStore(draft.parts);
  const path = ReactEditor.findPath(draft.editor, element);
  const sections = path
    .slice(1)
    .map((_, depth) => Node.get(draft.editor, path.slice(0, depth + 1)))
    .filter(isSection);
  // Section fields stand in the body, beside this heading: read them again when structure changes.
  useStorePart(draft.facts, (facts) => facts.labels);
  const words = datelineWords(sections, inLanguage(draft.template, parts.language), { ...parts, body: [] });
  if (words === '') return null;
  return (
    <span contentEditable={false} className={styles.dateline}>
      {words}
    </span>
  );
}

/** The speaker of an intervention, as the rule words it, before what is typed. */
function LeadIn({ element }: { readonly element: TextBlock }) {
  const worded = useStorePart(useDraft().facts, (facts) => (element.type === 'intervention' ? facts.speakers.get(element.id) : undefined));
  if (!worded) return null;
  const typed = element.children.length > 1 || plain(element).trim() !== '';
  return (
    <span contentEditable={false} className={styles.lead} title={worded.generalised ?? undefined}>
      {typed ? worded.text : `${worded.text}:`}
    </span>
  );
}

function Placeholder({ element, current }: { readonly element: TextBlock; readonly current: boolean }) {
  const { editor } = useDraft();
  const blank = element.children.length === 1 && 'text' in (element.children[0] ?? {}) && Editor.isEmpty(editor, element);
  if (!blank || (element.type === 'intervention' && element.person !== undefined)) return null;
  const words = isTitle(element) ? page.titleHere : current ? page.typeHere : null;
  if (!words) return null;
  return (
    <span contentEditable={false} className={styles.placeholder} aria-hidden="true">
      {words}
    </span>
  );
}

function Portion({ element }: { readonly element: TextBlock }) {
  const draft = useDraft();
  const scheme = useStorePart(draft.parts, (parts) => parts.marking.scheme);
  if (!element.portion) return null;
  const level = draft.schemes.find((each) => each.id === scheme)?.levels.find((each) => each.id === element.portion);
  return (
    <span contentEditable={false} className={styles.portion}>
      {level?.portion ?? element.portion}
    </span>
  );
}
