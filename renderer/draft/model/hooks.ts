/** The parts of a draft that single pieces of the page ask for; each renders again only when its own part changes. */
import { useEffect, useMemo, useState } from 'react';
import type { Finding } from '../../../shared/guard/finding.ts';
import type { MarkingLevel } from '../../../shared/marking/scheme.ts';
import { useDraft } from './session.ts';
import { useStorePart } from './store.ts';

/** The printed number of a block: "12.", "iv."; undefined where it has none. */
export function useLabel(id: string): string | undefined {
  return useStorePart(useDraft().facts, (facts) => facts.labels.get(id)?.label);
}

/** Whether the caret stands in this block. */
export function useIsCurrent(id: string): boolean {
  return useStorePart(useDraft().caret, (caret) => caret.block === id);
}

const none: readonly Finding[] = [];

/** What the guard found in this block, gravest first. */
export function useFindingsAt(id: string): readonly Finding[] {
  return useStorePart(useDraft().marks, (marks) => marks.byBlock.get(id) ?? none);
}

/** The level of the draft's marking; null where its scheme is not known here. */
export function useMarking(): MarkingLevel | null {
  const draft = useDraft();
  const marking = useStorePart(draft.parts, (parts) => parts.marking);
  return draft.schemes.find((scheme) => scheme.id === marking.scheme)?.levels.find((level) => level.id === marking.level) ?? null;
}

/** A picture as an address the page may show: its policy allows blobs, not data in addresses. */
export function usePictureUrl(base64: string | undefined, mime: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const bytes = useMemo(() => (base64 === undefined ? null : Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))), [base64]);
  useEffect(() => {
    if (!bytes) return setUrl(null);
    const made = URL.createObjectURL(new Blob([bytes], { type: mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  return url;
}
