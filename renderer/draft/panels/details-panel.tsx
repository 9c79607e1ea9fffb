/** Details panel. */
export function DetailsPanel() {
  return <p>…</p>;
}
