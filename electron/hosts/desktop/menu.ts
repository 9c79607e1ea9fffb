/** The native menus. What the page has a command for is sent to it as an event; the rest are the platform's own roles. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  readonly command: (command: string) => void;
  readonly isPackaged: boolean;
}

export function setMenu({ command, isPackaged }: MenuActions): void {
  const item = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => command(name),
  });
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [appMenu(item)] : []),
    {
      label: '&File',
      submenu: [
        item('&Desk', 'desk', 'CmdOrCtrl+1'),
        item('&Archive', 'archive', 'CmdOrCtrl+2'),
        item('&Import', 'import', 'CmdOrCtrl+3'),
        { type: 'separator' },
        item('&Export…', 'export', 'CmdOrCtrl+Shift+E'),
        { type: 'separator' },
        item('&Lock', 'lock', 'CmdOrCtrl+L'),
        ...(mac ? [] : [item('Se&ttings', 'settings'), { type: 'separator' } as const, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('&Search the archive', 'search', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('&Keys', 'keys', 'CmdOrCtrl+/')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function appMenu(item: (label: string, name: string, accelerator?: string) => MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      item('Settings…', 'settings', 'Cmd+,'),
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
