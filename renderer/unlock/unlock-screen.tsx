export function UnlockScreen(_: { readonly session: unknown; readonly why: unknown; readonly onOpened: () => Promise<void> }) {
  return <main id="place" />;
}
