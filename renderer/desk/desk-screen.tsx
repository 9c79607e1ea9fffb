export function DeskScreen() {
  return <main id="place" />;
}
