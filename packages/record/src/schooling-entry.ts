import type { CalendarDate } from './partial-date.ts';
import type { SchoolYear } from './school-year.ts';

/** Một dòng của bảng Quá trình học tập. */
export interface SchoolingEntry {
  readonly schoolYear: SchoolYear;
  readonly className: string;
  readonly schoolName: string;
  /** Huyện, tỉnh or xã, tỉnh as issued then: names change, the record does not. */
  readonly place: string;
  /** Số đăng bộ. */
  readonly registerNumber: string | null;
  /** Ngày nhập học hoặc chuyển đến. */
  readonly enteredOn: CalendarDate | null;
}
