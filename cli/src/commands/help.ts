import { certificateCheckHelp } from './certificate-check-help.ts';
import { evaluateHelp } from './evaluate-help.ts';
import { renderHelp } from './render-help.ts';
import { signatureCheckHelp } from './signature-check-help.ts';
import { verifyHelp } from './verify-help.ts';

const overview = `hocba: công cụ dòng lệnh cho học bạ số

Cách dùng: hocba LỆNH [tham số]

  verify    kiểm tra tệp học bạ số (XML hoặc PDF), không cần mạng
  signature check    kiểm tra mọi chữ ký số trong tệp XML hoặc PDF của bất kì phần mềm nào
  signature extend   kèm bằng chứng, dấu thời gian lưu trữ (B-LT, B-LTA) vào học bạ và PDF đã ký
  certificate check  kiểm tra chứng thư số và đường dẫn chứng thực, không cần mạng
  render    dựng bản thể hiện PDF/A (một năm học hoặc cả cuốn) từ tệp XML
  evaluate  xét kết quả năm học của từng học sinh, từ tệp JSON Lines
  help      trang này; “hocba help verify” nói kĩ về một lệnh
`;

const pages = new Map([
  ['verify', verifyHelp],
  ['signature', signatureCheckHelp],
  ['certificate', certificateCheckHelp],
  ['render', renderHelp],
  ['evaluate', evaluateHelp],
]);

/** `hocba help [COMMAND]` */
export async function help([about]: readonly string[]): Promise<number> {
  process.stdout.write((about !== undefined && pages.get(about)) || overview);
  return 0;
}
