/** Says that a draft has words which are not saved yet, and leads back to them. */
import { useStore } from '../draft/model/store.ts';
import { unsaved } from '../draft/model/unsaved.ts';
import { hrefOf } from '../route.ts';
import { desk } from '../strings/desk.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export function UnsavedNotice() {
  const ids = [...useStore(unsaved).keys()];
  const [first] = ids;
  if (first === undefined) return null;
  return (
    <Notice level="block" action={<ButtonLink href={hrefOf({ place: 'draft', id: first })}>{desk.openUnsaved}</ButtonLink>}>
      <b>{desk.unsavedHere(ids.length)}</b> {desk.unsavedSay}
    </Notice>
  );
}
