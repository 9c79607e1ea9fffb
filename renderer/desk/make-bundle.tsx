/** Hands a draft on as an encrypted file, with or without its register. */
import { type SubmitEvent, useState } from 'react';
import type { Draft } from '../../shared/document/draft.ts';
import { ask, bridge, queries, sentenceOf } from '../client.ts';
import { desk } from '../strings/desk.ts';
import { frame } from '../strings/frame.ts';
import { unlock } from '../strings/unlock.ts';
import text from '../style/text.module.css';
import { Button } from '../ui/button.tsx';
import { Tick } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSay } from '../ui/status-line.tsx';
import { Strength, useStrength } from '../unlock/strength.tsx';
import styles from './desk.module.css';

export interface MakeBundleProps {
  readonly id: string;
  readonly title: string;
  /** The words on the screen, where the archive cannot take them: the bundle is then a refuge, and holds everything. */
  readonly draft?: Draft | undefined;
  readonly onClose: () => void;
}

export function MakeBundle({ id, title, draft, onClose }: MakeBundleProps) {
  const [passphrase, setPassphrase] = useState('');
  const [register, setRegister] = useState(draft !== undefined);
  const [trouble, setTrouble] = useState<string | null>(null);
  const strength = useStrength(passphrase);
  const say = useSay();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (strength?.ok !== true) return;
    try {
      const folder = await ask('host.chooseFolder', { purpose: 'export' });
      if (folder === null) return;
      const { file } = await ask('draft.bundle', { id, passphrase, register, to: folder.token, draft });
      if (bridge.host === 'browser') await ask('host.show', { token: file.token });
      await queries.invalidateQueries({ queryKey: ['draft.list'] });
      say(desk.bundled(file.name));
      onClose();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Dialog title={draft === undefined ? desk.bundleIt : desk.saveElsewhere} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <p className={styles.dialogSay}>{draft === undefined ? desk.bundleSays(title) : desk.elsewhereSays}</p>
        <Field
          label={unlock.passphrase}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          autoComplete="new-password"
          help={<Strength strength={strength} />}
          error={trouble ?? undefined}
        />
        <div className={styles.dialogTick}>
          <Tick isSelected={register} onChange={setRegister}>
            {desk.withRegister}
          </Tick>
          <p className={text.listSub}>{desk.withRegisterSays}</p>
        </div>
        <p className={styles.dialogDo}>
          <Button onPress={onClose}>{frame.cancel}</Button>
          <Button type="submit" variant="primary" isDisabled={strength?.ok !== true}>
            {desk.bundleDo}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
