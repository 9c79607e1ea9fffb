/** The platform's dialogs. Each path that a person chooses becomes a one-use token; the page sees a label. */

import { basename, join } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import type { Seat } from '../../core/client/seat.ts';
import type { CoreSupervisor } from '../../core/client/supervise.ts';

type Files = Parsed<'host.chooseFiles'>['purpose'];

const filters: Readonly<Record<Files, { name: string; extensions: string[] }[]>> = {
  import: [{ name: 'Reports', extensions: ['docx', 'pdf', 'txt', 'html', 'htm', 'md', 'csv', 'tsv', 'json'] }],
  picture: [{ name: 'Pictures', extensions: ['png', 'jpg', 'jpeg'] }],
  bundle: [{ name: 'Rapporteur bundle', extensions: ['rapporteur'] }],
};

export class Dialogs {
  readonly #window: () => BrowserWindow | null;
  readonly #seat: Seat;
  readonly #core: CoreSupervisor;
  readonly #documents: string;
  /** Bundles that the system asked to open: the next choice of a bundle takes them without a dialog. */
  #handedOver: string[] = [];

  constructor(window: () => BrowserWindow | null, seat: Seat, core: CoreSupervisor, documents: string) {
    this.#window = window;
    this.#seat = seat;
    this.#core = core;
    this.#documents = documents;
  }

  handOver(path: string): void {
    this.#handedOver.push(path);
  }

  async folder({ purpose }: Parsed<'host.chooseFolder'>): Promise<Result<Output<'host.chooseFolder'>>> {
    const path = purpose === 'create-archive' ? await this.#newFolder() : await this.#oldFolder(purpose);
    return ok(path === undefined ? null : { token: await this.#seat.grantFolder(path), label: path });
  }

  async files({ purpose }: Parsed<'host.chooseFiles'>): Promise<Result<Output<'host.chooseFiles'>>> {
    const handed = purpose === 'bundle' ? this.#handedOver.splice(0) : [];
    const paths =
      handed.length > 0
        ? handed
        : await this.#open({ properties: purpose === 'import' ? ['openFile', 'multiSelections'] : ['openFile'], filters: filters[purpose] });
    return ok(await Promise.all(paths.map(async (path) => ({ token: await this.#core.grant({ kind: 'file', path }), label: basename(path) }))));
  }

  async #newFolder(): Promise<string | undefined> {
    const window = this.#window();
    if (window === null) return undefined;
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: 'New archive',
      buttonLabel: 'Create',
      nameFieldLabel: 'Folder',
      defaultPath: join(this.#documents, 'Archive'),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    return canceled ? undefined : filePath;
  }

  async #oldFolder(purpose: 'open-archive' | 'export'): Promise<string | undefined> {
    const title = purpose === 'export' ? 'Folder for the files' : 'Open an archive';
    const paths = await this.#open({ title, properties: ['openDirectory', 'createDirectory'], defaultPath: this.#documents });
    return paths[0];
  }

  async #open(options: OpenDialogOptions): Promise<string[]> {
    const window = this.#window();
    if (window === null) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { ...options, properties: [...(options.properties ?? []), 'dontAddToRecent'] });
    return canceled ? [] : filePaths;
  }
}
