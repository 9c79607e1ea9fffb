/** Every template, sample and marking that ships is sound by the schemas and by the checks that drafts go through. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Draft } from '../../shared/document/draft.ts';
import { MarkingScheme } from '../../shared/marking/scheme.ts';
import { HouseStyle } from '../../shared/publication/house-style.ts';
import { publish } from '../../shared/publication/publish.ts';
import { checkDraft } from '../../shared/template/check.ts';
import { checkTemplate } from '../../shared/template/check-template.ts';
import { instantiate } from '../../shared/template/instantiate.ts';
import type { Library } from '../../shared/template/library.ts';
import { type SectionDef, Template } from '../../shared/template/schema.ts';

const root = new URL('../../templates/', import.meta.url);

function load<S extends z.ZodType>(folder: string, schema: S): Map<string, z.output<S>> {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));
  return new Map(files.map((name) => [name.replace('.json', ''), schema.parse(JSON.parse(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')))]));
}

const library: Library = { templates: load('reports', Template), markings: load('marking', MarkingScheme), houseStyles: load('house-style', HouseStyle) };
const samples = load('samples', Draft);
const ids = ['briefing', 'conference', 'dialogues', 'horizon-scan', 'roundtable', 'summary'];
const template = (id: string): Template => {
  const found = library.templates.get(id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found;
};
const sample = (id: string): Draft => {
  const found = samples.get(id);
  if (found === undefined) throw new Error(`no sample ${id}`);
  return found;
};
const opened = (sections: readonly SectionDef[]): string[] => sections.flatMap((def) => [...def.opens, ...opened(def.sections)]);

it('six templates ship, each with a sample', () => {
  expect([...library.templates.keys()].sort()).toEqual(ids);
  expect([...samples.keys()].sort()).toEqual(ids);
});

describe.each(ids)('%s', (id) => {
  it('is named as its file and refers only to what exists', () => {
    expect(template(id).id).toBe(id);
    expect(checkTemplate(template(id), library)).toEqual([]);
  });

  it('shows every caveat, in the body or around it', () => {
    const shown = [...opened(template(id).sections), ...[...template(id).front, ...template(id).back].map((piece) => piece.fixedText)];
    for (const text of template(id).fixedTexts) if (text.caveat) expect(shown).toContain(text.id);
  });

  it('a new draft has no error', () => {
    let count = 0;
    const draft = Draft.parse(instantiate(template(id), () => `n${count++}`));
    expect(checkDraft(draft, template(id), library).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('the sample is complete: no error, nothing required left empty', () => {
    expect(checkDraft(sample(id), template(id), library)).toEqual([]);
  });

  it('the sample publishes, and every pull quote finds its paragraph', () => {
    const result = publish(sample(id), library);
    if (!result.ok) throw new Error(result.error.code);
    for (const block of result.value.publication.body) if (block.type === 'pull-quote') expect(block.beside).not.toBeNull();
  });
});

describe('samples hold whatever the register says', () => {
  const text = (value: unknown): string => JSON.stringify(value).toLowerCase();
  it.each(ids)('%s types no name of its register', (id) => {
    const body = text(sample(id).body) + text(sample(id).fields);
    for (const person of sample(id).people) for (const part of person.name.split(/[\s-]+/)) expect(body.includes(part.toLowerCase()), part).toBe(false);
  });

  it('dialogues types no affiliation and no category as a speaker', () => {
    const body = text(sample('dialogues').body) + text(sample('dialogues').fields);
    for (const { affiliation } of sample('dialogues').people) expect(body.includes((affiliation ?? '-').toLowerCase()), affiliation).toBe(false);
    expect(body).not.toMatch(/\b(one|another|an?) (diplomat|ambassador|un official|expert|civil society representative)\b/);
  });

  it('dialogues has enough people in each category for a category to be shown', () => {
    const counts = new Map<string, number>();
    for (const { category } of sample('dialogues').people) counts.set(category, (counts.get(category) ?? 0) + 1);
    for (const category of ['diplomat', 'un-official', 'ngo', 'expert']) expect(counts.get(category)).toBeGreaterThanOrEqual(3);
    const speaking = sample('dialogues').people.filter(({ id }) => text(sample('dialogues').body).includes(`"person":"${id}"`));
    expect(speaking.length).toBeGreaterThanOrEqual(10);
  });

  it('the briefing keeps the delegation’s own text from every audience', () => {
    for (const { id } of template('briefing').audiences) {
      const result = publish(sample('briefing'), library, { audience: id });
      expect(result.ok && text(result.value.publication.body)).not.toContain('for the delegation alone');
    }
  });
});
