/** A picture with its caption, credit and alternative text. */
import { useSelected } from 'slate-react';
import type { Block } from '../../../shared/document/tree.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { useLabel, usePictureUrl } from '../model/hooks.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';
import type { ElementProps } from './element.tsx';
import { EdgeMark } from './margin.tsx';

export function FigureBlock({ element, attributes, children }: ElementProps<Extract<Block, { type: 'figure' }>>) {
  const draft = useDraft();
  const asset = useStorePart(draft.parts, (parts) => parts.assets[element.asset]);
  const url = usePictureUrl(asset?.base64, asset?.mime ?? 'image/png');
  const label = useLabel(element.id);
  const chosen = useSelected({ suppressThrow: true });
  return (
    <div {...attributes} className={cx(styles.block, styles.figure)} data-block={element.id}>
      <div contentEditable={false}>
        {url ? <img className={styles.picture} src={url} alt={asset?.alt ?? ''} data-chosen={chosen} /> : <p className={styles.unknown}>{page.noPicture}</p>}
      </div>
      <div className={styles.caption}>
        <b contentEditable={false}>{label}. </b>
        {children}
      </div>
      <div contentEditable={false} className={styles.credit}>
        {asset?.credit}
        {chosen ? (
          <Button variant="link" onPress={() => draft.ask({ kind: 'picture', asset: element.asset })}>
            {asset?.alt ? page.altAndCredit : page.altMissing}
          </Button>
        ) : null}
      </div>
      <EdgeMark id={element.id} />
    </div>
  );
}
