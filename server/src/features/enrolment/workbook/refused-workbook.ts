import type { RefusalCode, WorkbookRefusal } from './workbook-problem.ts';

/** Thrown while a file is opened; becomes the refusal that the user reads. */
export class RefusedWorkbook extends Error {
  readonly refusal: WorkbookRefusal;
  constructor(code: RefusalCode, detail = '', options?: ErrorOptions) {
    const sentence = refusalSentence(code, detail);
    super(sentence, options);
    this.name = 'RefusedWorkbook';
    this.refusal = { code, sentence };
  }
}

/** `detail` names the part, cell or figure at fault. */
export function refusalSentence(code: RefusalCode, detail = ''): string {
  const about = detail === '' ? '' : ` (${detail})`;
  return `${causes[code]}${about}. ${remedies[code]}`;
}

const causes: Readonly<Record<RefusalCode, string>> = {
  fileTooLarge: 'Tệp quá lớn',
  notWorkbook: 'Tệp không phải là bảng tính Excel (.xlsx)',
  damaged: 'Tệp Excel bị hỏng hoặc tải lên chưa trọn vẹn',
  encrypted: 'Tệp Excel được đặt mật khẩu hoặc là định dạng cũ (.xls)',
  unpackedTooLarge: 'Tệp nén quá mức cho phép nên có thể là tệp gây hại',
  tooManyParts: 'Tệp Excel có quá nhiều thành phần bên trong',
  macros: 'Tệp Excel chứa macro hoặc đối tượng nhúng',
  externalLinks: 'Tệp Excel có liên kết đến tệp hoặc nguồn dữ liệu khác',
  formulas: 'Tệp Excel chứa công thức',
  tooManyCells: 'Bảng tính quá rộng hoặc quá dài',
  xmlEntities: 'Tệp Excel chứa khai báo XML không an toàn',
  tooSlow: 'Đọc tệp quá lâu nên hệ thống đã dừng lại',
  tooMuchMemory: 'Đọc tệp cần quá nhiều bộ nhớ nên hệ thống đã dừng lại',
};

const exportAgain = 'Hãy xuất lại tệp từ cơ sở dữ liệu ngành rồi tải lên lại.';

const remedies: Readonly<Record<RefusalCode, string>> = {
  fileTooLarge: 'Hãy kiểm tra có chọn đúng tệp không; bỏ hình ảnh và các trang tính không cần, rồi tải lên lại.',
  notWorkbook: 'Hãy chọn tệp .xlsx xuất từ cơ sở dữ liệu ngành.',
  damaged: `${exportAgain}`,
  encrypted: 'Hãy mở bằng Excel, bỏ mật khẩu, lưu dưới dạng .xlsx rồi tải lên lại.',
  unpackedTooLarge: exportAgain,
  tooManyParts: exportAgain,
  macros: 'Hãy lưu lại dưới dạng “Excel Workbook (.xlsx)”, không kèm macro và đối tượng nhúng, rồi tải lên lại.',
  externalLinks: 'Hãy ngắt các liên kết (Data → Edit Links → Break Link), lưu lại rồi tải lên lại.',
  formulas: 'Hãy chép ô đó rồi dán lại dạng giá trị (Paste Special → Values), lưu lại rồi tải lên lại.',
  tooManyCells: 'Hãy xoá các dòng, cột trống ngoài vùng dữ liệu, lưu lại rồi tải lên lại.',
  xmlEntities: exportAgain,
  tooSlow: `${exportAgain} Nếu vẫn vậy, hãy báo quản trị hệ thống.`,
  tooMuchMemory: `${exportAgain} Nếu vẫn vậy, hãy báo quản trị hệ thống.`,
};
