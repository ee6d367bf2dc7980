import type { YearSheet } from '../year-sheet.ts';
import { checkCoherence } from './coherence/check-coherence.ts';
import { elementsOf, refuseAttributes } from './content.ts';
import { primaryFormat } from './contents/primary-format.ts';
import { secondaryFormats } from './contents/secondary-formats.ts';
import type { LevelFormat, SheetElements } from './level-format.ts';
import { formatVersion, frameNames, hocbaNamespace, xmlDsigNamespace } from './names/frame-names.ts';
import { addProblem, inside, type ProblemReport, problemReport, type ReadProblem } from './read-problem.ts';
import type { XmlElement } from './xml-element.ts';

/** The schema says the same. */
const mostSignatures = 32;
/** Reading alone: what a format writes differs by level, what it reads is always a year sheet. */
const readers: readonly SheetReader[] = [primaryFormat, ...Object.values(secondaryFormats)];

type SheetReader = Pick<LevelFormat<YearSheet>, 'root' | 'read'>;

export type ReadResult = { readonly sheet: YearSheet } | { readonly problems: readonly ReadProblem[] };

/**
 * Reads a record's tree, whatever its level. Strict: whatever the schema does not allow is refused, with everything that
 * is wrong (up to a hundred problems). Does not look into signatures beyond their being ds:Signature elements in their
 * place.
 *
 * A tree hides prefixes, entities and blanks inside tags: `isCanonicalFile` looks at the file itself.
 */
export function readYearSheet(root: XmlElement): ReadResult {
  const report = problemReport(root.localName);
  const format = formatOf(root, report);
  const elements = format && elementsOfParts(root, report);
  const sheet = elements && format.read(elements, report);
  if (!sheet || report.problems.length > 0) return { problems: report.problems };
  const incoherent = checkCoherence(sheet);
  return incoherent.length > 0 ? { problems: incoherent } : { sheet };
}

function formatOf(root: XmlElement, report: ProblemReport): SheetReader | undefined {
  const format = readers.find((known) => known.root.name === root.localName);
  const version = frameNames.formatVersion.name;
  if (!format || root.namespace !== hocbaNamespace) {
    const names = readers.map((known) => known.root.name).join(', ');
    addProblem(
      report,
      'wrong-root',
      `Đây không phải học bạ Hocba: phần tử gốc phải là ${names} thuộc ${hocbaNamespace}.`,
    );
    return undefined;
  }
  if (root.attributes.get(version) !== formatVersion) {
    addProblem(report, 'wrong-root', `Phiên bản định dạng không được hỗ trợ; cần ${version}="${formatVersion}".`);
    return undefined;
  }
  if (root.attributes.size === 1) return format;
  addProblem(report, 'unexpected-attribute', `Phần tử gốc chỉ được có thuộc tính “${version}”.`);
  return undefined;
}

function elementsOfParts(root: XmlElement, report: ProblemReport): SheetElements | undefined {
  const order = [frameNames.general, frameNames.results, frameNames.remarks, frameNames.signatures];
  const children = elementsOf(root, report);
  const inOrder =
    children.length === order.length &&
    children.every((child, index) => child.namespace === hocbaNamespace && child.localName === order[index]?.name);
  const [general, results, remarks, signatures] = children;
  if (!inOrder || !general || !results || !remarks || !signatures) {
    const expected = order.map(({ name }) => name).join(', ');
    addProblem(report, 'missing-element', `Học bạ phải gồm đúng bốn phần theo thứ tự: ${expected}.`);
    return undefined;
  }
  checkSignatureContainer(signatures, inside(report, signatures.localName));
  return { general, results, remarks };
}

function checkSignatureContainer(container: XmlElement, report: ProblemReport): void {
  refuseAttributes(container, report);
  const children = elementsOf(container, report);
  if (children.length > mostSignatures) addProblem(report, 'unknown-element', `Có nhiều hơn ${mostSignatures} chữ ký.`);
  for (const child of children) {
    if (child.localName === 'Signature' && child.namespace === xmlDsigNamespace) continue;
    addProblem(report, 'unknown-element', `“${child.localName}” không phải chữ ký số XML.`);
  }
}
