/** A small Publication for tests: paragraphs, and what else a test needs. */
import type { PubBlock, Publication } from '../../shared/publication/publication.ts';

/** Builds a Publication of paragraphs; `more` overrides any part. */
export function publicationOf(paragraphs: readonly (string | PubBlock)[], more: Partial<Publication> = {}): Publication {
  return {
    format: 'rapporteur/publication',
    version: 1,
    template: { id: 'dialogues', title: 'Dialogues', version: '1.0' },
    language: 'en-GB',
    direction: 'ltr',
    title: 'Report of a dialogue',
    running: 'Dialogue',
    code: null,
    dates: null,
    rule: 'chatham-house',
    marking: null,
    audience: { id: 'public', title: 'Public' },
    copy: null,
    houseStyle: 'plain',
    fileName: 'report-of-a-dialogue',
    fields: {},
    front: [],
    back: [],
    body: paragraphs.map((one, index) =>
      typeof one === 'string' ? { type: 'paragraph', anchor: `b${index + 1}`, role: 'plain', content: [{ text: one }] } : one,
    ),
    notes: [],
    assets: {},
    ...more,
  };
}
