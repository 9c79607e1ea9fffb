/** Seals the packed program: every fuse is set, and a fuse that a newer runtime brought and nobody decided about fails the packing. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** States as they stand in the runtime’s file: the characters 0, 1 and r. */
const state = { off: 48, on: 49, removed: 114 };

/** Newer than the list of @electron/fuses; it arrives switched on and stays so: WebAssembly's memory checks by the processor's traps. */
const wasmTrapHandlers = 8;

const program = {
  linux: ({ appOutDir, packager }) => join(appOutDir, packager.executableName),
  darwin: ({ appOutDir, packager }) => join(appOutDir, `${packager.appInfo.productFilename}.app`),
  win32: ({ appOutDir, packager }) => join(appOutDir, `${packager.appInfo.productFilename}.exe`),
};

/** Wanted state by fuse. The runtime checks an archive's integrity on macOS and Windows only. */
const fuses = (platform) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});

/** Reads the file again: each fuse of the runtime stands as decided, and there is none beside them. */
async function requireAll(file, wanted) {
  const { version, ...states } = await getCurrentFuseWire(file);
  for (const [fuse, found] of Object.entries(states)) {
    const decided = wanted[fuse];
    const right = decided !== undefined && found === (decided ? state.on : state.off);
    if (!right && found !== state.removed) throw new Error(`fuse ${fuse} (wire ${version}) is not as decided: decide about it in scripts/after-pack.mjs`);
  }
}

export default async function afterPack(context) {
  const platform = context.electronPlatformName;
  const file = program[platform](context);
  const wanted = fuses(platform);
  await flipFuses(file, { version: FuseVersion.V1, resetAdHocDarwinSignature: platform === 'darwin', ...wanted });
  await requireAll(file, { ...wanted, [wasmTrapHandlers]: true });
  // The runtime's own start page has no place beside the app.
  if (platform === 'linux') rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
}
