import type { ReferenceSchool } from '../../simulators/sector-database/index.ts';
import type { PreparedSchool } from './prepared-school.ts';
import { secondarySamples } from './secondary-samples.ts';
import { WALKED_CLASS } from './walk-chain.ts';
import type { World } from './world.ts';

/** Addresses, one account a role, and a tour of ten lines. */
export function tour(world: World, { facts }: ReferenceSchool): string {
  const { urls, secrets } = world;
  const login = (person: { loginName: string }) => person.loginName.toLowerCase();
  const teacher = facts.homeroomTeachers.get('1A');
  return `
  Trường      ${urls.school}      Sở  ${urls.province}      Bộ  ${urls.ministry}
  Tra cứu     ${urls.portal}      Điện thoại ký số  ${urls.remoteSigning}/phone/<tên đăng nhập>
  Mật khẩu mọi tài khoản: ${secrets.password}   PIN điện thoại: ${secrets.pin}   Mật khẩu con dấu: ${secrets.sealPassword}

  học vụ ${login(facts.academicClerk)} · chủ nhiệm 1A ${teacher ? login(teacher) : ''} · phó hiệu trưởng ${login(facts.vicePrincipal)}
  hiệu trưởng ${login(facts.principal)} · văn thư ${login(facts.sealClerk)} · quản trị ${login(facts.administrator)}
  Sở chuyenvien.so · Bộ chuyenvien.bo
${secondarySamples().map(schoolLine).join('\n')}

   1. Học vụ: Nhập dữ liệu → tải ${world.directory}/truong-huong-sen.xlsx lên lần nữa: không có gì thay đổi.
   2. Chủ nhiệm 1A: mở một học sinh, sửa điểm, xem kết quả tính lại và lý do theo TT27/2020.
   3. Phó hiệu trưởng: ban hành và kết chuyển lớp 1A; xem Bảng tổng hợp khớp từng ô.
   4. Chủ nhiệm 1A: Ký số → duyệt trên trang điện thoại của mình. 5. Hiệu trưởng: như vậy, một lần cho mọi lớp.
   6. Văn thư: Đóng dấu và phát hành; mở PDF, XML của một học sinh.
   7. Học vụ hoặc văn thư: gửi lớp về Sở; xem biên nhận. 8. Sở: chốt theo nhóm; hồ sơ có ngày hiệu lực.
   9. Cổng tra cứu: mã tra cứu hoặc QR trên PDF lớp ${WALKED_CLASS}; thả một tệp đã sửa một chữ vào mục kiểm tra.
  10. Dòng lệnh: npx hocba verify TỆP --trust ${world.trustDirectory}

  Mọi tổ chức, con người, chứng thư ở đây là thử nghiệm. Ctrl-C để dừng; npm run demo -- --fresh để làm lại từ đầu.
`;
}

/** Who looks at a sample school's record, and how the public finds it. */
function schoolLine({ schoolName, people, sheets }: PreparedSchool): string {
  const { academicClerk, homeroomTeacher, principal } = people;
  const codes = sheets.map(({ lookupCode }) => lookupCode).join(', ');
  return `  ${schoolName}: học vụ ${academicClerk.loginName} · chủ nhiệm ${homeroomTeacher.loginName} · hiệu trưởng ${principal.loginName} · mã tra cứu ${codes}`;
}
