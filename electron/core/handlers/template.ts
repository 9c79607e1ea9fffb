/** Templates and marking schemes: data that comes with the program. */
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { publish } from '../../../shared/publication/publish.ts';
import type { Template, TemplateSummary } from '../../../shared/template/schema.ts';
import type { Core } from '../core.ts';
import { houseStyleOf, readSample } from '../library.ts';
import type { Handlers } from './handlers.ts';

export const templateHandlers: Handlers<'template.list' | 'template.get' | 'template.picture' | 'marking.schemes'> = {
  'template.list': (core) => {
    const library = core.library();
    return library.ok ? ok([...library.value.templates.values()].map(summary)) : library;
  },
  'template.get': (core, { id }) => {
    const library = core.library();
    if (!library.ok) return library;
    const template = library.value.templates.get(id);
    return template === undefined ? fail('template/unknown', { id }) : ok(template);
  },
  'marking.schemes': (core) => {
    const library = core.library();
    return library.ok ? ok([...library.value.markings.values()]) : library;
  },
  'template.picture': (core, { id }) => picture(core, id),
};

/** What a list of templates shows. `version` is the template's own edition. */
export function summary(template: Template): TemplateSummary {
  const { id, title, description, edition, rule, marking } = template;
  return { id, title, description, version: edition, rule, marking };
}

/** Pictures of first pages, laid out once a process; one that failed is tried again. */
const pictures = new Map<string, { svg: string }>();

async function picture(core: Core, id: string): Promise<Result<{ svg: string }>> {
  const known = pictures.get(id);
  if (known !== undefined) return ok(known);
  const library = core.library();
  if (!library.ok) return library;
  const sample = readSample(id);
  if (!sample.ok) return sample;
  const published = publish(sample.value, library.value);
  if (!published.ok) return published;
  const { publication } = published.value;
  const style = houseStyleOf(publication, library.value);
  if (!style.ok) return style;
  const { firstPage } = await import('../../export/pdf/preview.ts');
  const svg = await firstPage(publication, style.value);
  if (!svg.ok) return svg;
  pictures.set(id, { svg: svg.value });
  return ok({ svg: svg.value });
}
