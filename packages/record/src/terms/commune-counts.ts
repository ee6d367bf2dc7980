import type { CalendarDate } from '../partial-date.ts';

/** Loại đơn vị hành chính cấp xã. @law QĐ19/2025/QĐ-TTg */
export type CommuneKind = 'Xã' | 'Phường' | 'Đặc khu';

/** How many xã, phường, đặc khu there are, from a day on. */
export interface CommuneCounts {
  readonly validFrom: CalendarDate;
  readonly byKind: Readonly<Record<CommuneKind, number>>;
  readonly source: string;
}

/** Ten xã of Đồng Nai became phường with the city: the whole stays 3,321. @law QĐ19/2025/QĐ-TTg */
export const communeCounts: readonly [CommuneCounts, ...CommuneCounts[]] = [
  { validFrom: '2025-07-01', byKind: { Xã: 2621, Phường: 687, 'Đặc khu': 13 }, source: 'QĐ19/2025/QĐ-TTg' },
  {
    validFrom: '2026-04-30',
    byKind: { Xã: 2611, Phường: 697, 'Đặc khu': 13 },
    source: 'nghị quyết thành lập thành phố Đồng Nai',
  },
];

/** The counts that held on `day`; the first ones for a day before. */
export function communeCountsOn(day: CalendarDate): CommuneCounts {
  return communeCounts.findLast(({ validFrom }) => validFrom <= day) ?? communeCounts[0];
}

const byProvince =
  '01 126|04 56|08 124|11 45|12 38|14 75|15 99|19 92|20 65|22 54|24 99|25 148|31 114|33 104|37 129|38 166|40 130|' +
  '42 69|44 78|46 40|48 94|51 96|52 135|56 65|66 102|68 124|75 95|79 168|80 96|82 102|86 124|91 102|92 103|96 64';

/** Communes of each province since 1/7/2025, by its code. @law QĐ19/2025/QĐ-TTg */
export const communesOfProvince: ReadonlyMap<string, number> = new Map(
  byProvince.split('|').map((entry) => [entry.slice(0, 2), Number(entry.slice(3))]),
);
