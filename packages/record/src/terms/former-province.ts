import type { CalendarDate } from '../partial-date.ts';
import { provinces } from './province.ts';

/** A province as it was called over a span of days, both ends included; `null`: to this day. */
export interface DatedProvince {
  readonly code: string;
  readonly label: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Code of today's unit that its land belongs to. */
  readonly successor: string;
  /** The document that made it so, or ended it. */
  readonly source: string;
}

/** Since Hà Tây joined Hà Nội. @law NQ15/2008/QH12 */
const formerFrom = '2008-08-01';
const formerTo = '2025-06-30';
const merger = '2025-07-01';

/** Code > code of the successor, name. The 63 units that became 34. @law NQ202/2025/QH15, QĐ124/2004/QĐ-TTg */
const rows =
  '01>01 Thành phố Hà Nội|02>08 Tỉnh Hà Giang|04>04 Tỉnh Cao Bằng|06>19 Tỉnh Bắc Kạn|08>08 Tỉnh Tuyên Quang|' +
  '10>15 Tỉnh Lào Cai|11>11 Tỉnh Điện Biên|12>12 Tỉnh Lai Châu|14>14 Tỉnh Sơn La|15>15 Tỉnh Yên Bái|' +
  '17>25 Tỉnh Hòa Bình|19>19 Tỉnh Thái Nguyên|20>20 Tỉnh Lạng Sơn|22>22 Tỉnh Quảng Ninh|' +
  '24>24 Tỉnh Bắc Giang|25>25 Tỉnh Phú Thọ|26>25 Tỉnh Vĩnh Phúc|27>24 Tỉnh Bắc Ninh|30>31 Tỉnh Hải Dương|' +
  '31>31 Thành phố Hải Phòng|33>33 Tỉnh Hưng Yên|34>33 Tỉnh Thái Bình|35>37 Tỉnh Hà Nam|36>37 Tỉnh Nam Định|' +
  '37>37 Tỉnh Ninh Bình|38>38 Tỉnh Thanh Hóa|40>40 Tỉnh Nghệ An|42>42 Tỉnh Hà Tĩnh|44>44 Tỉnh Quảng Bình|' +
  '45>44 Tỉnh Quảng Trị|46>46 Tỉnh Thừa Thiên Huế|48>48 Thành phố Đà Nẵng|49>48 Tỉnh Quảng Nam|' +
  '51>51 Tỉnh Quảng Ngãi|52>52 Tỉnh Bình Định|54>66 Tỉnh Phú Yên|56>56 Tỉnh Khánh Hòa|58>56 Tỉnh Ninh Thuận|' +
  '60>68 Tỉnh Bình Thuận|62>51 Tỉnh Kon Tum|64>52 Tỉnh Gia Lai|66>66 Tỉnh Đắk Lắk|67>68 Tỉnh Đắk Nông|' +
  '68>68 Tỉnh Lâm Đồng|70>75 Tỉnh Bình Phước|72>80 Tỉnh Tây Ninh|74>79 Tỉnh Bình Dương|75>75 Tỉnh Đồng Nai|' +
  '77>79 Tỉnh Bà Rịa - Vũng Tàu|79>79 Thành phố Hồ Chí Minh|80>80 Tỉnh Long An|82>82 Tỉnh Tiền Giang|' +
  '83>86 Tỉnh Bến Tre|84>86 Tỉnh Trà Vinh|86>86 Tỉnh Vĩnh Long|87>82 Tỉnh Đồng Tháp|89>91 Tỉnh An Giang|' +
  '91>91 Tỉnh Kiên Giang|92>92 Thành phố Cần Thơ|93>92 Tỉnh Hậu Giang|94>92 Tỉnh Sóc Trăng|' +
  '95>96 Tỉnh Bạc Liêu|96>96 Tỉnh Cà Mau';

const formerSource = 'QĐ124/2004/QĐ-TTg; NQ202/2025/QH15';
const todaysSource = 'QĐ19/2025/QĐ-TTg; NQ202/2025/QH15';

/** The 63 units up to 30/6/2025, by their codes of that time. Beware: 15 was Yên Bái and is Lào Cai. @law NQ202/2025/QH15 */
export const formerProvinces: readonly DatedProvince[] = rows.split('|').flatMap((row) => {
  const [code, successor, label] = [row.slice(0, 2), row.slice(3, 5), row.slice(6)];
  const unit = { code, label, successor, validFrom: formerFrom, validTo: formerTo, source: formerSource };
  return code === '46'
    ? becomingCity(unit, { label: 'Thành phố Huế', on: '2025-01-01', law: 'NQ175/2024/QH15' })
    : [unit];
});

/** Today's 34 units with the names they had since 1/7/2025. @law QĐ19/2025/QĐ-TTg */
export const datedProvinces: readonly DatedProvince[] = provinces.flatMap(({ code, label }) => {
  const unit = { code, label, successor: code, validFrom: merger, validTo: null, source: todaysSource };
  const asProvince = { ...unit, label: 'Tỉnh Đồng Nai' };
  return code === '75'
    ? becomingCity(asProvince, { label, on: '2026-04-30', law: 'nghị quyết thành lập thành phố Đồng Nai' })
    : [unit];
});

/** The unit that bore `code` on that day: the same code may mean two provinces. */
export function provinceOn(code: string, day: CalendarDate): DatedProvince | undefined {
  return [...formerProvinces, ...datedProvinces].find(
    (unit) => unit.code === code && unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo),
  );
}

/** Today's province for a code that a record of `day` bears. */
export function successorOf(code: string, day: CalendarDate): DatedProvince | undefined {
  const unit = provinceOn(code, day);
  return datedProvinces.find((today) => today.code === unit?.successor && today.validTo === null);
}

interface Renaming {
  readonly label: string;
  readonly on: CalendarDate;
  readonly law: string;
}

function becomingCity(unit: DatedProvince, { label, on, law }: Renaming): readonly DatedProvince[] {
  return [
    { ...unit, validTo: dayBefore(on) },
    { ...unit, label, validFrom: on, source: law },
  ];
}

function dayBefore(day: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
