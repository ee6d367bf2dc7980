import type { YearSheet } from '../year-sheet.ts';
import { checkCoherence } from './coherence.ts';
import { type Content, elementsOf, refuseAttributes } from './content.ts';
import { formatVersion, frameNames, hocbaNamespace, xmlDsigNamespace } from './field-names.ts';
import { addProblem, inside, type ProblemReport, problemReport, type ReadProblem } from './read-problem.ts';
import type { XmlElement } from './xml-element.ts';
import { generalContent, remarksContent, resultsContent } from './year-sheet-contents.ts';

/** The schema says the same. */
const mostSignatures = 32;

export type ReadResult = { readonly sheet: YearSheet } | { readonly problems: readonly ReadProblem[] };

/**
 * Reads a record's tree. Strict: whatever the schema does not allow is refused, with everything that is wrong (up to
 * a hundred problems). Does not look into signatures beyond their being ds:Signature elements in their place.
 *
 * A tree hides prefixes, entities and blanks inside tags: `isCanonicalFile` looks at the file itself.
 */
export function readYearSheet(root: XmlElement): ReadResult {
  const report = problemReport(root.localName);
  if (!isRightRoot(root, report)) return { problems: report.problems };
  const sheet = readParts(root, report);
  if (!sheet || report.problems.length > 0) return { problems: report.problems };
  const incoherent = checkCoherence(sheet);
  return incoherent.length > 0 ? { problems: incoherent } : { sheet };
}

function isRightRoot(root: XmlElement, report: ProblemReport): boolean {
  const version = frameNames.formatVersion.name;
  if (root.localName !== frameNames.root.name || root.namespace !== hocbaNamespace) {
    addProblem(
      report,
      'wrong-root',
      `Đây không phải học bạ Hocba: phần tử gốc phải là “HocBa” thuộc ${hocbaNamespace}.`,
    );
  } else if (root.attributes.get(version) !== formatVersion) {
    addProblem(report, 'wrong-root', `Phiên bản định dạng không được hỗ trợ; cần ${version}="${formatVersion}".`);
  } else if (root.attributes.size !== 1) {
    addProblem(report, 'unexpected-attribute', `Phần tử gốc chỉ được có thuộc tính “${version}”.`);
  }
  return report.problems.length === 0;
}

function readParts(root: XmlElement, report: ProblemReport): YearSheet | undefined {
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
  const generalPart = readPart({ part: general, id: 'tt', content: generalContent, report });
  const subjects = readPart({ part: results, id: 'kq', content: resultsContent, report });
  const remarksPart = readPart({ part: remarks, id: 'nx', content: remarksContent, report });
  checkSignatureContainer(signatures, inside(report, signatures.localName));
  return generalPart && subjects && remarksPart ? { ...generalPart, subjects, ...remarksPart } : undefined;
}

interface PartToRead<T> {
  readonly part: XmlElement;
  readonly id: string;
  readonly content: Content<T>;
  readonly report: ProblemReport;
}

function readPart<T>({ part, id, content, report }: PartToRead<T>): T | undefined {
  const at = inside(report, part.localName);
  refuseAttributes(part, at, id);
  return content.read(part, at);
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
