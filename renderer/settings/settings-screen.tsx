export function SettingsScreen() {
  return <main id="place" />;
}
