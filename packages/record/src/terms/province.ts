/** Tỉnh, thành phố trực thuộc trung ương. Key by code: names change (Đồng Nai became a city on 30/4/2026). */
export interface Province {
  readonly code: string;
  readonly label: string;
}

const rows =
  '01 Thành phố Hà Nội|04 Tỉnh Cao Bằng|08 Tỉnh Tuyên Quang|11 Tỉnh Điện Biên|12 Tỉnh Lai Châu|14 Tỉnh Sơn La|' +
  '15 Tỉnh Lào Cai|19 Tỉnh Thái Nguyên|20 Tỉnh Lạng Sơn|22 Tỉnh Quảng Ninh|24 Tỉnh Bắc Ninh|25 Tỉnh Phú Thọ|' +
  '31 Thành phố Hải Phòng|33 Tỉnh Hưng Yên|37 Tỉnh Ninh Bình|38 Tỉnh Thanh Hóa|40 Tỉnh Nghệ An|42 Tỉnh Hà Tĩnh|' +
  '44 Tỉnh Quảng Trị|46 Thành phố Huế|48 Thành phố Đà Nẵng|51 Tỉnh Quảng Ngãi|52 Tỉnh Gia Lai|56 Tỉnh Khánh Hòa|' +
  '66 Tỉnh Đắk Lắk|68 Tỉnh Lâm Đồng|75 Thành phố Đồng Nai|79 Thành phố Hồ Chí Minh|80 Tỉnh Tây Ninh|' +
  '82 Tỉnh Đồng Tháp|86 Tỉnh Vĩnh Long|91 Tỉnh An Giang|92 Thành phố Cần Thơ|96 Tỉnh Cà Mau';

/** The 34 units since 1/7/2025; records of earlier years keep the names and codes they were issued with. @law QĐ19/2025/QĐ-TTg */
export const provinces: readonly Province[] = rows
  .split('|')
  .map((row) => ({ code: row.slice(0, 2), label: row.slice(3) }));

export function findProvince(code: string): Province | undefined {
  return provinces.find((province) => province.code === code);
}
