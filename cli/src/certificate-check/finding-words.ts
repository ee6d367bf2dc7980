import type { Finding, FindingSubject, PathFindingCode } from '@hocba/signature';
import { vietnamTime } from './vietnam-time.ts';

/** What is wrong, in a sentence for people. */
export function findingSentence({ about, detail }: Finding): string {
  return about === undefined ? detail : `${shortName(about.subject)}: ${sentences[about.code](about)}`;
}

/** "Nguyễn Thị Hoa" of a whole name; the whole name where it has no common name. */
export function shortName(subject: string): string {
  const [, name] = /(?:^|,)CN=((?:[^,\\]|\\.)+)/.exec(subject) ?? [];
  return name?.replaceAll(/\\(.)/g, '$1') ?? (subject === '' ? '(không tên)' : subject);
}

type Sentence = (about: FindingSubject) => string;

const sentences: Readonly<Record<PathFindingCode, Sentence>> = {
  'no-path': () => 'không tìm được đường dẫn từ chứng thư số này tới một chứng thư gốc được tin cậy',
  'search-ended-early': () => 'có quá nhiều đường dẫn chứng thực; đã dừng tìm, chưa xét hết',
  'signature-wrong': ({ what }) => `chữ ký trên chứng thư số không khớp khoá của nơi cấp (${shortName(what ?? '')})`,
  'algorithm-unknown': ({ what }) => `chứng thư số được ký bằng thuật toán không được chấp nhận (${what})`,
  'signature-too-weak': ({ what }) => `chữ ký trên chứng thư số dùng thuật toán không còn đủ mạnh (${what})`,
  'key-too-weak': ({ what }) => `khoá công khai không đủ mạnh hoặc thuộc loại không được chấp nhận (${what})`,
  'not-valid-yet': ({ time }) => `chứng thư số chưa có hiệu lực, chỉ có từ ${vietnamTime(time)}`,
  expired: ({ time }) => `chứng thư số đã hết hạn từ ${vietnamTime(time)}`,
  'authority-not-valid-yet': ({ time }) => `chứng thư số của nơi cấp chưa có hiệu lực, chỉ có từ ${vietnamTime(time)}`,
  'authority-expired': ({ time }) => `chứng thư số của nơi cấp đã hết hạn từ ${vietnamTime(time)}`,
  'critical-extension-unknown': ({ what }) =>
    `chứng thư số có phần mở rộng thiết yếu mà chương trình không hiểu (${what})`,
  'not-an-authority': () => 'đã cấp chứng thư số khác nhưng không phải là tổ chức chứng thực',
  'may-not-certify': () => 'khoá không được phép dùng để ký chứng thư số',
  'path-too-long': () => 'đường dẫn chứng thực dài hơn mức cho phép',
  'name-not-permitted': () => 'tên trong chứng thư số nằm ngoài phạm vi mà nơi cấp được phép',
  'policy-missing': () => 'đường dẫn chứng thực không theo chính sách chứng thư nào được chấp nhận',
  'any-policy-mapped': () => 'có nơi cấp ánh xạ chính sách “bất kì” (anyPolicy), là điều bị cấm',
  'policy-twice': () => 'một chính sách chứng thư được ghi hai lần',
  'wrong-purpose': ({ what }) => `chứng thư số không dùng để ${purposes[what ?? ''] ?? what}`,
  revoked: ({ time, what }) => `chứng thư số đã bị thu hồi từ ${vietnamTime(time)}${reason(what)}`,
  'authority-revoked': ({ time, what }) =>
    `chứng thư số của nơi cấp đã bị thu hồi từ ${vietnamTime(time)}${reason(what)}`,
  'revocation-unknown': () => 'không có thông tin thu hồi dùng được (CRL hoặc OCSP) nên chưa kết luận được',
  'revocation-too-late': () =>
    'chỉ có thông tin thu hồi lập sau khi chứng thư số đã hết hạn, không còn nói được gì về nó',
};

const purposes: Readonly<Record<string, string>> = {
  documentSigning: 'kí văn bản',
  timeStamping: 'cấp dấu thời gian',
  ocspSigning: 'trả lời OCSP',
};

const reasons: Readonly<Record<string, string>> = {
  keyCompromise: 'lộ khoá',
  cACompromise: 'lộ khoá của nơi cấp',
  affiliationChanged: 'thay đổi nơi công tác',
  superseded: 'đã được thay thế',
  cessationOfOperation: 'ngừng hoạt động',
  certificateHold: 'tạm dừng',
  privilegeWithdrawn: 'rút quyền',
  aACompromise: 'lộ khoá của nơi cấp thuộc tính',
};

function reason(what: string | undefined): string {
  const words = reasons[what ?? ''];
  return words === undefined ? '' : `, lí do: ${words}`;
}
