/** Small pieces of WordprocessingML that the library has no class for. */
import { BuilderElement, Run as DocxRun, type ParagraphChild, type XmlComponent } from 'docx';

/** An element with attributes, e.g. `element('w:fldChar', { 'w:fldCharType': 'begin' })`. */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly XmlComponent[] = []): XmlComponent {
  const payload = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
  return new BuilderElement({ name, attributes: payload, children });
}

/** What XML 1.0 cannot hold (control characters, lone surrogates) is left out; a tab becomes a space. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|[\ufffe\uffff]/gu, '');
}

/** A field with the words it yields now; readers show them, and Word counts them anew when asked. */
export function field(instruction: string, result: readonly ParagraphChild[]): ParagraphChild[] {
  return [...fieldPart('begin', instruction), ...fieldPart('separate'), ...result, ...fieldPart('end')];
}

/** One end of a complex field that may span paragraphs. */
export function fieldPart(kind: 'begin' | 'separate' | 'end', instruction?: string): ParagraphChild[] {
  const run = (child: XmlComponent) => new DocxRun({ children: [child as never] }) as ParagraphChild;
  const parts = [run(element('w:fldChar', { 'w:fldCharType': kind }))];
  if (instruction !== undefined) parts.push(run(new InstructionText(instruction)));
  return parts;
}

class InstructionText extends BuilderElement<{ space: string }> {
  constructor(instruction: string) {
    super({ name: 'w:instrText', attributes: { space: { key: 'xml:space', value: 'preserve' } } });
    this.root.push(` ${instruction} `);
  }
}
