export interface NameParts {
  /** As written. */
  readonly name: string;
  readonly prefix: string;
  readonly localName: string;
}

const inNames = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:') {
  inNames[character.charCodeAt(0)] = 1;
}

/** Where a name of plain letters ends. */
export function nameEnd(text: string, start: number): number {
  let at = start;
  while (inNames[text.charCodeAt(at)] === 1) at += 1;
  return at;
}

const plainName = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/;

/** Undefined for a name of other letters or none. */
export function namePartsOf(name: string): NameParts | undefined {
  const parts = plainName.exec(name);
  return parts === null ? undefined : { name, prefix: parts[1] ?? '', localName: parts[2] ?? '' };
}
