import { formatCount } from '../components/moment.ts';

export const recordsText = {
  title: (className: string) => `Học bạ lớp ${className}`,
  none: 'Lớp chưa có học bạ nào. Học bạ được lập khi kết chuyển.',
  pupil: 'Họ và tên',
  state: 'Trạng thái',
  signatures: 'Chữ ký',
  files: 'Tệp',
  actions: 'Thao tác',
  version: (version: number) => `phiên bản ${version}`,
  effective: (day: string) => `Có hiệu lực từ ${day}`,
  signedBy: { homeroomTeacher: 'GVCN', principal: 'Hiệu trưởng', organisationSeal: 'Con dấu' } as Readonly<
    Record<string, string>
  >,
  subjectTeacher: (row: string) => `GV môn ${row}`,
  timestampPending: 'chờ dấu thời gian',
  noSignatures: 'Chưa ai ký',
  pdf: 'Xem PDF',
  pdfOf: (name: string) => `Xem PDF học bạ của ${name}`,
  xml: 'Tải XML',
  xmlOf: (name: string) => `Tải XML học bạ của ${name}`,
  notIssued: 'Chưa phát hành',
  withdraw: 'Rút để sửa',
  withdrawOf: (name: string) => `Rút học bạ của ${name} để sửa`,
  withdrawAbout:
    'Học bạ và các chữ ký được giữ lại, đánh dấu đã rút. Giáo viên chủ nhiệm sửa dữ liệu, sau đó kết chuyển lại thành phiên bản mới và ký lại. Học bạ đã chốt không rút được.',
  reason: 'Lý do',
  reasonHint: 'Ghi rõ sai ở đâu; lý do được lưu vào nhật ký.',
  withdrawn: (name: string) => `Đã rút học bạ của ${name}. Giáo viên chủ nhiệm có thể sửa dữ liệu.`,
  cancel: 'Huỷ',
  submit: (count: number) => `Gửi ${formatCount(count)} học bạ lên cơ sở dữ liệu`,
  submitHint: 'Cơ sở dữ liệu kiểm tra từng học bạ rồi trả biên nhận hoặc lý do từ chối.',
  submitted: (count: number) => `Đã gửi ${formatCount(count)} học bạ. Kết quả tiếp nhận hiện ở đây khi có biên nhận.`,
  rejectedBecause: 'Lý do bị từ chối',
};
