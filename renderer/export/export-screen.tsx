export function ExportScreen(_: { readonly id: string }) {
  return <main id="place" />;
}
