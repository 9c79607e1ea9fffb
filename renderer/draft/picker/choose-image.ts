/** The browser's own file dialog for a picture: works the same in window and tab, and the page never sees a path. */

/** @returns the file's bytes in base64, or null where nobody chose */
export function choosePictureFile(): Promise<string | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg';
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (!file) return resolve(null);
      void file.arrayBuffer().then((bytes) => resolve(toBase64(new Uint8Array(bytes))));
    });
    input.click();
  });
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In parts: a call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
