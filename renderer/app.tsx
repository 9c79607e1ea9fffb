/** The app: session, theme, keys; then the one screen that the address names. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { ArchiveScreen } from './archive/archive-screen.tsx';
import { bridge, client, queries, useCall } from './client.ts';
import { DeskScreen } from './desk/desk-screen.tsx';
import { wantBundle } from './desk/open-bundle.tsx';
import { ExportScreen } from './export/export-screen.tsx';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { searchArchive, useHotKeys } from './frame/hot-keys.ts';
import { useIdle } from './frame/idle.ts';
import { KeysDialog } from './frame/keys.tsx';
import { ImportScreen } from './import/import-screen.tsx';
import { navigate, parseRoute, type Route, useRoute } from './route.ts';
import { saveAll, useSession } from './session.ts';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { frame } from './strings/frame.ts';
import { useTheme } from './theme.ts';
import { useSay } from './ui/status-line.tsx';
import { UnlockScreen } from './unlock/unlock-screen.tsx';

const DraftScreen = lazy(async () => ({ default: (await import('./draft/draft-screen.tsx')).DraftScreen }));

export function App() {
  const session = useSession();
  const settings = useCall('host.settings', {}, { staleTime: Number.POSITIVE_INFINITY }).data;
  const route = useRoute();
  const [keysShown, setKeysShown] = useState(false);
  const open = session.status.data?.state === 'open';
  useTheme(settings?.theme ?? 'system');
  useIdle(settings?.idleMinutes ?? 5, open, session.lockIdle);
  const actions = useMemo(() => ({ lock: session.lock, keys: () => setKeysShown(true) }), [session.lock]);
  useHotKeys(actions, open);
  useMenuCommands(actions);
  useNeutralTitle(open ? route.place : 'unlock');
  useQuietStatus(route);

  if (session.status.data === undefined && session.status.error === null) return null;
  return (
    <ErrorBoundary key={`${String(open)} ${route.place} ${route.id ?? ''}`}>
      {open ? (
        <Screen route={route} archive={session.status.data?.sample ? frame.sample : session.status.data?.name || frame.unnamed} {...actions} />
      ) : (
        <UnlockScreen session={session.status.data ?? null} why={session.why} onOpened={session.opened} />
      )}
      <KeysDialog isOpen={keysShown} onClose={() => setKeysShown(false)} />
    </ErrorBoundary>
  );
}

interface ScreenProps {
  readonly route: Route;
  readonly archive: string;
  readonly lock: () => void;
  readonly keys: () => void;
}

function Screen({ route, archive, lock, keys }: ScreenProps): ReactNode {
  if (route.place === 'draft' && route.id !== undefined)
    return (
      <Suspense fallback={null}>
        <DraftScreen id={route.id} at={route.at} />
      </Suspense>
    );
  if (route.place === 'export' && route.id !== undefined) return <ExportScreen id={route.id} first={route.at === 'changes' ? 'changes' : 'pages'} />;
  return (
    <Frame place={route.place} archive={archive} onLock={lock} onKeys={keys}>
      <PlaceScreen route={route} />
    </Frame>
  );
}

function PlaceScreen({ route }: { readonly route: Route }): ReactNode {
  switch (route.place) {
    case 'archive':
      return <ArchiveScreen entry={route.id} />;
    case 'import':
      return <ImportScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return <DeskScreen />;
  }
}

/** The host's menu asks for the same things as the keys. */
function useMenuCommands(actions: { readonly lock: () => void; readonly keys: () => void }): void {
  useEffect(() => {
    const commands: Record<string, () => void> = {
      desk: () => {
        // Also said by a host that has opened an archive itself.
        void queries.invalidateQueries({ queryKey: ['session.status'] });
        navigate({ place: 'desk' });
      },
      export: () => {
        const { place, id } = parseRoute(location.hash);
        if (place === 'draft') navigate({ place: 'export', id });
      },
      // The Desk asks for the passphrase; from elsewhere the way leads there first.
      'open-bundle': () => {
        if (parseRoute(location.hash).place === 'desk') return;
        wantBundle();
        navigate({ place: 'desk' });
      },
      archive: () => navigate({ place: 'archive' }),
      import: () => navigate({ place: 'import' }),
      settings: () => navigate({ place: 'settings' }),
      search: searchArchive,
      lock: actions.lock,
      keys: actions.keys,
      // The window closes as soon as nothing is left to save.
      quit: () => void saveAll().then(() => client['host.quitReady']({})),
    };
    return bridge.listen((event) => {
      if (event.type === 'command') commands[event.command]?.();
    });
  }, [actions]);
}

/** The window's title is neutral: the place, never a word of a draft. */
function useNeutralTitle(place: Route['place'] | 'unlock'): void {
  useEffect(() => {
    document.title = place === 'unlock' ? frame.name : `${titles[place]} · ${frame.name}`;
    // The draft screen reports itself: only it knows whether its draft is confidential.
    if (place !== 'draft') void client['host.window']({ place, confidential: false });
  }, [place]);
}

const titles: Readonly<Record<Route['place'], string>> = {
  desk: 'Desk',
  archive: 'Archive',
  import: 'Import',
  settings: 'Settings',
  draft: 'Draft',
  export: 'Export',
  capture: 'Capture',
};

/** What was said on one screen is gone on the next, unless it came with the change of screen. */
function useQuietStatus(route: Route): void {
  const say = useSay();
  const quiet = useCallback(() => say(null), [say]);
  const [seen, setSeen] = useState(route.place);
  useEffect(() => {
    if (seen === route.place) return;
    setSeen(route.place);
    quiet();
  }, [route.place, seen, quiet]);
}
