import { isCanonicalFile } from '@hocba/record';
import { firstDeparture } from '@hocba/signature';
import { whereDamaged } from '../facts/damaged-text.ts';
import type { RecordFacts, XmlFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import { whyUnread } from '../words/read-words.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/**
 * The file is a record by its schema, and is spelt exactly as a writer spells it: two readers cannot disagree on what
 * it says, and no byte outside the signatures' cover can be altered unseen.
 */
export function schemaValid({ xml, context }: RecordFacts): Check {
  const problems = xml ? schemaProblems(xml, whereDamaged(xml, context.crypto)) : [noXml()];
  return conclude('schema-valid', { problems, passed: 'Tệp đúng lược đồ học bạ số và viết ở dạng chính tắc.' });
}

/** For every check that needs the XML a PDF does not hold. */
export function noXml(): Problem {
  return unknown('no-embedded-xml', 'Không lấy được dữ liệu gốc (hocba.xml) trong tệp nên không kiểm tra được.');
}

/** What keeps the XML from being a record in canonical form, each with its place. */
export function schemaProblems(xml: XmlFacts, damaged: string): readonly Problem[] {
  const { document, sheet, parseProblem, readProblems } = xml;
  if (!document) {
    const place = `dòng ${parseProblem?.line}, cột ${parseProblem?.column}`;
    return [
      failure(
        'xml-malformed',
        `Tệp XML hỏng, không đọc được tại ${place}${damaged}${whyUnread(parseProblem?.code)}.`,
        parseProblem?.code,
      ),
    ];
  }
  if (!sheet) return readProblems.map(({ path, sentence }) => failure('not-the-schema', `${path}: ${sentence}`));
  const departure = firstDeparture(document);
  if (departure === undefined && isCanonicalFile(document.text, sheet)) return [];
  const place = departure === undefined ? '' : ` từ ký tự thứ ${departure + 1}`;
  return [
    failure('not-canonical', `Tệp không viết ở dạng chính tắc của học bạ số${place}: đã bị viết lại sau khi ký.`),
  ];
}
