import type { PadesReport } from '@hocba/signature';
import type { PdfFacts, RecordFacts } from '../facts/record-facts.ts';
import { labelOfRegion } from '../facts/region-labels.ts';
import type { Check } from '../report.ts';
import { padesWords } from '../words/pades-words.ts';
import { whyUnread } from '../words/read-words.ts';
import { wordsOf } from '../words/standard-words.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';

/**
 * The PDF is certified by a seal that is over all of it, and nothing came after but signatures and evidence. Whose seal
 * it is, and when made, is asked with the other signatures. @spec EN 319 142-1 5.3, ISO 32000-1 12.8.2.2
 */
export function pdfSignatureValid({ pdf, signatures }: RecordFacts): Check {
  const sealed = signatures.some(({ format, slot }) => format === 'pades' && slot === 'pdfSeal');
  return conclude('pdf-signature-valid', {
    problems: pdf ? pdfProblems(pdf, sealed) : [],
    passed: 'Con dấu số trên PDF đúng, phủ toàn bộ tệp, không có gì bị sửa sau đó.',
  });
}

function pdfProblems(pdf: PdfFacts, sealed: boolean): readonly Problem[] {
  const { readProblem, reports, damage } = pdf;
  const hit = damage.regions.map((region) =>
    failure(
      'pdf-changed',
      `${labelOfRegion(region)} đã bị sửa sau khi đóng dấu; làm mất hiệu lực con dấu số trên PDF.`,
    ),
  );
  if (readProblem !== undefined)
    return [
      ...hit,
      failure('pdf-unreadable', `Tệp PDF hỏng, không đọc được${whyUnread(readProblem.code)}.`, readProblem.message),
    ];
  const wrong = [...reports.flatMap(signatureProblems), ...tailProblems(pdf)];
  if (!sealed) return [...hit, failure('pdf-not-sealed', 'Tệp PDF không có con dấu số.')];
  const certified = reports.some(({ docMdp }) => docMdp !== undefined && docMdp <= 2);
  return [
    ...(wrong.length > 0 ? hit : []),
    ...wrong,
    ...(certified
      ? []
      : [failure('pdf-not-sealed', 'Con dấu số trên PDF không khoá tệp: tệp có thể bị sửa mà chữ ký vẫn đúng.')]),
  ];
}

function signatureProblems({ field, findings }: PadesReport): readonly Problem[] {
  return findings.map((finding) => {
    const { indication, code, detail } = finding;
    const why = code === 'cms-check-failed' ? wordsOf(finding) : padesWords[code];
    const technical = `${code}: ${detail}`;
    return indication === 'failed'
      ? failure('pdf-signature-wrong', `Chữ ký “${field}” trên PDF sai: ${why}.`, technical)
      : unknown('pdf-signature-odd', `Chữ ký “${field}” trên PDF có chỗ không rõ: ${why}.`, technical);
  });
}

/** What the strict reader takes for blanks after the end still stands under no seal. */
function tailProblems({ reports, bytes }: PdfFacts): readonly Problem[] {
  const covered = Math.max(...reports.map(({ coveredBytes = 0 }) => coveredBytes));
  const isWhole = reports.some(({ coversWholeFile }) => coversWholeFile);
  if (!isWhole || covered === bytes.length) return [];
  return [
    failure(
      'pdf-changed',
      `${bytes.length - covered} byte cuối tệp PDF nằm ngoài phạm vi con dấu: thêm vào sau khi đóng dấu.`,
    ),
  ];
}
