/** People panel. */
export function PeoplePanel() {
  return <p>…</p>;
}
