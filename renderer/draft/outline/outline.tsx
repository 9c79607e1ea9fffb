/** The outline: each section with how far it has come and its paragraphs; folded it is a rail of discs. */
import type { MouseEvent } from 'react';
import { isSection, plain, sectionTitle } from '../../../shared/document/text.ts';
import type { Section } from '../../../shared/document/tree.ts';
import type { SectionState } from '../../../shared/template/completeness.ts';
import text from '../../style/text.module.css';
import { cx } from '../../ui/class-names.ts';
import { Disc } from '../../ui/disc.tsx';
import { Icon } from '../../ui/icon.tsx';
import { addableSections, addSection } from '../editor/section-commands.ts';
import type { Facts } from '../model/facts.ts';
import { useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { bench } from '../strings.ts';
import styles from './outline.module.css';

export interface Line {
  readonly state: SectionState;
  readonly section: Section | null;
}

/** Shows the section at the top of the stage and puts the caret into it. */
function useJump(): (event: MouseEvent, id: string) => void {
  const draft = useDraft();
  return (event, id) => {
    // The fragment of the address holds the route, so the jump is made by hand.
    event.preventDefault();
    document.querySelector(`[data-section="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start' });
    if (id !== 'front') draft.goTo(id);
  };
}

function rangeWords(state: SectionState, section: Section | null, facts: Facts): string {
  const range = section && facts.ranges.get(section.id);
  if (range) return range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`;
  if (state.fullness === 'need') return bench.required;
  if (state.fullness === 'empty') return bench.optional;
  return bench.words(state.words);
}

export function Outline() {
  const draft = useDraft();
  const facts = useStore(draft.facts);
  const people = useStorePart(draft.parts, (parts) => parts.people.length);
  const sections = new Map(draft.body.map((section) => [section.id, section]));
  return (
    <nav className={styles.outline} aria-label={bench.outline} data-region="">
      <ol className={cx(text.scroll, styles.list)}>
        <FrontLine />
        {facts.states.map((state) => {
          const section = state.id === null ? null : (sections.get(state.id) ?? null);
          return section ? <SectionLine key={section.id} {...{ state, section, facts }} /> : <MissingLine key={state.section} state={state} />;
        })}
        <li>
          <button type="button" className={styles.add} onClick={() => draft.pick('section')}>
            {bench.sections}
          </button>
        </li>
      </ol>
      <dl className={styles.foot}>
        <dt>{bench.sealed}</dt>
        <dd className={text.num}>{bench.people(people)}</dd>
        <dt>{bench.entries}</dt>
        <dd className={text.num}>{facts.entries}</dd>
      </dl>
    </nav>
  );
}

function FrontLine() {
  const jump = useJump();
  const draft = useDraft();
  const fields = useStorePart(draft.parts, (parts) => parts.fields);
  const missing = draft.template.fields.filter((field) => field.required && !filled(fields[field.id])).length;
  return (
    <li>
      {/* biome-ignore lint/a11y/useValidAnchor: a place of the page, reached by hand because the fragment holds the route */}
      <a
        href="#front"
        onClick={(event) => {
          jump(event, 'front');
          draft.openPanel('details', { focus: true });
        }}
      >
        <Disc state={missing > 0 ? 'half' : 'full'} />
        <span>{bench.frontMatter}</span>
        <span className={styles.range} />
      </a>
    </li>
  );
}

function filled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.some((line) => String(line).trim() !== '') : value !== undefined && value !== null;
}

function SectionLine({ state, section, facts }: { readonly state: SectionState; readonly section: Section; readonly facts: Facts }) {
  const jump = useJump();
  const draft = useDraft();
  const current = useStorePart(draft.caret, (caret) => caret.section);
  const parts = section.children.filter(isSection);
  const within = parts.some((part) => part.id === current);
  return (
    <li>
      <a href={`#${section.id}`} aria-current={current === section.id ? 'location' : undefined} onClick={(event) => jump(event, section.id)}>
        <Disc state={state.fullness} />
        <span>{sectionTitle(section) || state.title}</span>
        <span className={cx(styles.range, state.fullness === 'need' && styles.need)}>{rangeWords(state, section, facts)}</span>
      </a>
      {parts.length === 0 ? null : (
        <ol data-within={within || undefined}>
          {parts.map((part) => (
            <PartLine key={part.id} {...{ part, facts, current }} />
          ))}
        </ol>
      )}
    </li>
  );
}

function PartLine({ part, facts, current }: { readonly part: Section; readonly facts: Facts; readonly current: string | null }) {
  const jump = useJump();
  const range = facts.ranges.get(part.id);
  const inside = part.id === current || part.children.filter(isSection).some((inner) => inner.id === current);
  return (
    <li>
      <a href={`#${part.id}`} aria-current={inside ? 'location' : undefined} onClick={(event) => jump(event, part.id)}>
        <span>{sectionTitle(part) || firstWords(part)}</span>
        <span className={styles.range}>{range ? (range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`) : ''}</span>
      </a>
    </li>
  );
}

function firstWords(section: Section): string {
  return (
    section.children
      .map((child) => plain(child))
      .find((words) => words.trim() !== '')
      ?.slice(0, 40) ?? '…'
  );
}

/** A required section that is not there: pressing it adds it. */
function MissingLine({ state }: { readonly state: SectionState }) {
  const draft = useDraft();
  const add = (): void => {
    const wanted = addableSections(draft.editor, []).find((addable) => addable.def.id === state.section);
    if (wanted) addSection(draft.editor, wanted);
    draft.focusPage();
  };
  return (
    <li>
      <button type="button" onClick={add}>
        <Disc state="need" />
        <span>{state.title}</span>
        <span className={cx(styles.range, styles.need)}>{bench.required}</span>
      </button>
    </li>
  );
}

/** The folded outline. */
export function Rail({ onUnfold }: { readonly onUnfold: () => void }) {
  const draft = useDraft();
  const facts = useStore(draft.facts);
  const sheet = useStorePart(draft.caret, (caret) => caret.sheet);
  const jump = useJump();
  return (
    <nav className={styles.rail} aria-label={bench.outlineFolded} data-region="">
      <button type="button" aria-label={bench.unfold} onClick={onUnfold}>
        <Icon name="unfold" />
      </button>
      <ol className={text.scroll}>
        {facts.states.map((state) => {
          const range = state.id === null ? undefined : facts.ranges.get(state.id);
          const words = range ? `${range[0]}–${range[1]}` : '';
          const section = draft.body.find((each) => each.id === state.id);
          const title = (section && sectionTitle(section)) || state.title;
          return (
            <li key={state.id ?? state.section}>
              <a
                href={`#${state.id ?? ''}`}
                aria-label={words === '' ? title : `${title}, ${words}`}
                title={title}
                aria-current={sheet !== null && sheet === state.id ? 'location' : undefined}
                onClick={(event) => jump(event, state.id ?? '')}
              >
                <Disc state={state.fullness} />
                {words === '' ? null : <span>{words}</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
