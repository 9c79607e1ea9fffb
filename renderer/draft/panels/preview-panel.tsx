/** Preview panel. */
export function PreviewPanel() {
  return <p>…</p>;
}
