import { receiveText as text } from '../../labels/carry-over.ts';

/** One chosen file: an unsigned year sheet of one pupil. */
export interface ChosenFile {
  readonly name: string;
  readonly xml: string;
}

/** Files of one class of one year: they come in together or not at all. */
export interface Delivery {
  readonly id: string;
  readonly schoolYear: string;
  /** `null`: no class could be read. */
  readonly className: string | null;
  readonly files: readonly ChosenFile[];
}

/** What the server takes of one request. */
const MOST_FILES = 100;
const LONGEST_FILE = 400_000;
const MOST_CHARACTERS = 6_000_000;

export interface ReadChoice {
  readonly files: readonly ChosenFile[];
  /** Why files were left out, as sentences. */
  readonly leftOut: readonly string[];
}

/** Reads what was chosen; what cannot be a year sheet is left out, by name. */
export async function readChosen(chosen: readonly File[]): Promise<ReadChoice> {
  const files: ChosenFile[] = [];
  const leftOut: string[] = [];
  for (const file of chosen) {
    if (!/\.xml$/i.test(file.name)) {
      leftOut.push(text.notXml(file.name));
      continue;
    }
    const xml = file.size > LONGEST_FILE * 3 ? 'too large' : await file.text().catch(() => undefined);
    if (xml === undefined) leftOut.push(text.unreadable(file.name));
    else if (file.size > LONGEST_FILE * 3 || xml.length > LONGEST_FILE) leftOut.push(text.tooLarge(file.name));
    else files.push({ name: file.name, xml });
  }
  return { files, leftOut };
}

/** By year and class, in the order of their names; a class too large for one request goes in parts. */
export function deliveriesOf(files: readonly ChosenFile[]): readonly Delivery[] {
  const classes = new Map<string, ChosenFile[]>();
  for (const file of files) {
    const key = JSON.stringify([elementText(file.xml, 'NamHoc') ?? '', elementText(file.xml, 'Lop')]);
    classes.set(key, [...(classes.get(key) ?? []), file]);
  }
  return [...classes]
    .flatMap(([key, ofClass]) => {
      const [schoolYear, className] = JSON.parse(key) as [string, string | null];
      return partsOf(ofClass).map((part, index) => ({ id: `${key} ${index}`, schoolYear, className, files: part }));
    })
    .toSorted((a, b) => (a.className ?? '').localeCompare(b.className ?? '', 'vi', { numeric: true }));
}

function partsOf(files: readonly ChosenFile[]): ChosenFile[][] {
  const parts: ChosenFile[][] = [[]];
  let characters = 0;
  for (const file of files) {
    let part = parts[parts.length - 1] ?? [];
    if (part.length >= MOST_FILES || (part.length > 0 && characters + file.xml.length > MOST_CHARACTERS)) {
      part = [];
      parts.push(part);
      characters = 0;
    }
    part.push(file);
    characters += file.xml.length;
  }
  return parts;
}

/** The first of this name: enough to sort by; the server reads the file itself. */
function elementText(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]{1,60})</${name}>`).exec(xml)?.[1] ?? null;
}
