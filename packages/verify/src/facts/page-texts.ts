/** The form has five pages at most; what comes after so many can only be another document. */
const mostPages = 40;

/**
 * The text of each page as readers show and copy it, blanks left out: line breaks and gaps are the layout's. Needs
 * pdf.js, loaded when first used.
 */
export async function pageTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await loading.promise;
    const texts: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .replaceAll(/\s+/g, ''),
      );
    }
    return texts;
  } finally {
    await loading.destroy();
  }
}
