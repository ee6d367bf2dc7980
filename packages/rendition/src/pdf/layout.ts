/** One form to lay out: a template below `src/`, its data, and the file the PDF carries. */
export interface Layout {
  /** Path of the template from `src/`; it exports a function `form` that takes the data. */
  readonly template: string;
  readonly data: unknown;
  /** Embedded byte for byte as the sources of the document. */
  readonly attachments?: readonly Attachment[];
}

interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** The file the engine starts from: attachments first, then the form with its data. */
export function mainFile({ template, attachments = [] }: Layout): string {
  const attach = attachments.map(
    ({ name, description }, index) =>
      `#pdf.attach(${JSON.stringify(name)}, read("${attachedFile(index)}", encoding: none), relationship: "source", ` +
      `mime-type: "application/xml", description: ${JSON.stringify(description)})\n`,
  );
  return `#import "${template}": form\n${attach.join('')}#form(json("data.json"))\n`;
}

/** Where the engine finds an attachment. */
export function attachedFile(index: number): string {
  return `attached-${index}.bin`;
}
