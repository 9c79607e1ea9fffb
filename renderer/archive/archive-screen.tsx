export function ArchiveScreen(_: { readonly entry: string | undefined }) {
  return <main id="place" />;
}
