/** Breaking lines at a measure, with a hanging indent. */

/** Columns that a string takes on a character terminal: wide East Asian signs two, combining signs none. */
export function columns(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let count = 0;
  for (const sign of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(sign)) continue;
    count += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(sign) ? 2 : 1;
  }
  return count;
}

/** Lines of at most `width` columns; the first begins with `label`, the others with blanks of its width (or `indent`).
 *  A word longer than the line stands alone and is not cut, except between wide signs, which may break anywhere. */
export function wrap(text: string, label = '', indent = columns(label), width = 80): string[] {
  const blank = ' '.repeat(indent);
  const out: string[] = [];
  for (const [n, part] of text.split('\n').entries()) {
    let line = n === 0 ? label.padEnd(indent) : blank;
    let used = columns(line);
    let before: string | null = null;
    for (const word of part.split(/[ \t]+|(?<=[\u3000-\u9fff])(?=[\u3000-\u9fff])/u).filter((piece) => piece !== '')) {
      const space = before === null || (wide(before.slice(-1)) && wide(word.slice(0, 1))) ? '' : ' ';
      const more = space.length + columns(word);
      if (before !== null && used + more > width) {
        out.push(line);
        line = blank + word;
        used = indent + columns(word);
      } else {
        line += space + word;
        used += more;
      }
      before = word;
    }
    out.push(line.trimEnd());
  }
  return out;
}

function wide(sign: string): boolean {
  return /[\u3000-\u9fff]/u.test(sign);
}
