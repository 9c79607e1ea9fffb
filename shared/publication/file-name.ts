/** Names of issued files: plain letters, digits and hyphens on every system, made from the code and the title alone. */

/** At most 80 characters. A title in another script falls back to the template's id. */
export function fileNameOf(code: string, title: string, template: string): string {
  const stem = [slug(code), slug(title)]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '');
  return stem === '' ? template : stem;
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
