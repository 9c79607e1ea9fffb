/** Archive panel. */
export function ArchivePanel() {
  return <p>…</p>;
}
