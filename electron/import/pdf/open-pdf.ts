/** One way to open a PDF from outside: no scripts, no fonts and no pictures are run or drawn. */

/** A reading of a PDF that has begun; end it with `destroy()`. `strict`: the first damaged object ends it. */
export async function openPdf(bytes: Uint8Array, { strict }: { readonly strict: boolean }) {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: strict,
    verbosity: VerbosityLevel.ERRORS,
  });
}
