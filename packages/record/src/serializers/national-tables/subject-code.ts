import { primarySubjects } from '../../terms/primary-subject.ts';
import { secondarySubjects } from '../../terms/secondary-subject.ts';
import { type Term, termOf } from '../../terms/term.ts';
import type { YearSheet } from '../../year-sheet.ts';
import { likely } from './columns.ts';
import type { NationalColumn, NationalOptions, PartOf, SheetToSend } from './national-table.ts';

interface Row {
  readonly subject: string;
}

/** `mamonhoc` of a subject row: the ministry's code where it is known, else ours. */
export function subjectCode<Sheet extends YearSheet, Part extends Row>(): NationalColumn<
  PartOf<SheetToSend<Sheet>, Part>
> {
  const own = ({ of, part }: PartOf<SheetToSend<Sheet>, Part>) => {
    const terms: readonly Term<string>[] = of.sheet.schoolLevel === 'primary' ? primarySubjects : secondarySubjects;
    return termOf(terms, part.subject).code;
  };
  const official = (code: string, { subjectCodes }: NationalOptions) => subjectCodes?.get(code);
  return likely(
    'mamonhoc',
    'Mã môn học (QĐ 4998/QĐ-BGDĐT, danh mục chưa có): mã của nơi gửi nạp vào, không thì mã của Hocba',
    {
      value: (row) => official(own(row), row.of.options) ?? own(row),
      carries: 'subjects[].subject',
      isOwnCode: (row) => official(own(row), row.of.options) === undefined,
    },
  );
}
