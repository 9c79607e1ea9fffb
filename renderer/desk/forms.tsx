/** The forms of reports, each as a picture of a finished first page. Choosing one begins a draft. */
import type { Output } from '../../shared/contract/api.ts';
import { ruleTitles } from '../../shared/people/rule.ts';
import { sentenceOf, useCall, useChange } from '../client.ts';
import { hrefOf, navigate } from '../route.ts';
import { desk, formSays } from '../strings/desk.ts';
import text from '../style/text.module.css';
import { ButtonLink } from '../ui/button.tsx';
import { PagePicture } from '../ui/page-picture.tsx';
import { useSay } from '../ui/status-line.tsx';
import styles from './desk.module.css';

export function Forms() {
  const templates = useCall('template.list', {}, { staleTime: Number.POSITIVE_INFINITY }).data ?? [];
  return (
    <section className={styles.begin} aria-labelledby="forms">
      <div className={styles.head}>
        <h2 id="forms" className={text.sectionTitle}>
          {desk.begin}
        </h2>
        <ButtonLink variant="bare" href={hrefOf({ place: 'import' })}>
          {desk.importFiles}
        </ButtonLink>
      </div>
      <ul className={styles.cards}>
        {templates.map((template) => (
          <li key={template.id}>
            <Form template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Form({ template }: { readonly template: Output<'template.list'>[number] }) {
  const say = useSay();
  const picture = useCall('template.picture', { id: template.id }, { staleTime: Number.POSITIVE_INFINITY }).data;
  const create = useChange('draft.create', ['draft.list']);
  const begin = () =>
    create.mutate({ template: template.id }, { onSuccess: ({ id }) => navigate({ place: 'draft', id }), onError: (error) => say(sentenceOf(error)) });
  return (
    <button
      type="button"
      className={styles.card}
      onClick={begin}
      disabled={create.isPending}
      aria-label={desk.beginIt(template.title)}
      title={template.description}
    >
      <span className={styles.mini} aria-hidden="true">
        {picture === undefined ? null : <PagePicture svg={picture.svg} alt="" />}
      </span>
      <span className={styles.cardName}>{template.title}</span>
      <span className={styles.cardSub}>{formSays[template.id] ?? ruleTitles[template.rule]}</span>
    </button>
  );
}
