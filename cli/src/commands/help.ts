import { verifyHelp } from './verify-help.ts';

const overview = `hocba: công cụ dòng lệnh cho học bạ số

Cách dùng: hocba LỆNH [tham số]

  verify    kiểm tra tệp học bạ số (XML hoặc PDF), không cần mạng
  help      trang này; “hocba help verify” nói kĩ về một lệnh
`;

/** `hocba help [COMMAND]` */
export async function help([about]: readonly string[]): Promise<number> {
  process.stdout.write(about === 'verify' ? verifyHelp : overview);
  return 0;
}
