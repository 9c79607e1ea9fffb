export function ImportScreen() {
  return <main id="place" />;
}
