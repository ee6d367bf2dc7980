/** The form has five pages at most; what comes after so many can only be another document. */
const mostPages = 40;

/** As much of pdf.js as is used; Node and browsers load different builds of it. */
export interface PdfTextReader {
  getDocument(source: { data: Uint8Array; verbosity: number }): {
    readonly promise: Promise<PdfTextDocument>;
    destroy(): Promise<void>;
  };
  readonly VerbosityLevel: { readonly ERRORS: number };
}

interface PdfTextDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ readonly items: readonly object[] }> }>;
}

/** The text of each page as readers show and copy it, blanks left out: line breaks and gaps are the layout's. */
export async function readPageTexts(reader: PdfTextReader, pdf: Uint8Array): Promise<readonly string[]> {
  const loading = reader.getDocument({ data: pdf.slice(), verbosity: reader.VerbosityLevel.ERRORS });
  try {
    const document = await loading.promise;
    const texts: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(
        items
          .map((item) => ('str' in item ? String(item.str) : ''))
          .join('')
          .replaceAll(/\s+/g, ''),
      );
    }
    return texts;
  } finally {
    await loading.destroy();
  }
}
