import { toPdf } from '../pdf/typst-engine.ts';
import type { ClassSummary } from './class-summary.ts';
import { classSummaryView } from './class-summary-view.ts';
import { primarySummaryTable } from './primary-summary-table.ts';
import type { SecondaryClassSummary } from './secondary-class-summary.ts';
import { secondarySummaryTable } from './secondary-summary-table.ts';

/**
 * Bảng tổng hợp kết quả đánh giá of a class of any level, landscape A4, PDF/A-3a. Equal input gives equal bytes.
 * @throws RenditionError when the text holds a character the font cannot draw
 * @law TT27/2020 Đ10, TT22/2021 Đ16
 */
export async function renderClassSummary(summary: ClassSummary | SecondaryClassSummary): Promise<Uint8Array> {
  return toPdf({ template: 'class-summary/class-summary.typ', data: viewOf(summary) });
}

function viewOf(summary: ClassSummary | SecondaryClassSummary) {
  if (!('schoolLevel' in summary))
    return {
      ...classSummaryView(summary, 'Bảng tổng hợp kết quả đánh giá giáo dục', primarySummaryTable(summary)),
      learner: 'học sinh',
    };
  const learner = summary.schoolLevel === 'continuingEducation' ? 'học viên' : 'học sinh';
  const name = `Bảng tổng hợp kết quả đánh giá ${learner}`;
  return { ...classSummaryView(summary, name, secondarySummaryTable(summary)), learner };
}
