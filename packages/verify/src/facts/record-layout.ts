import { hocbaNamespace } from '@hocba/record';
import type { DocumentLayout } from '@hocba/signature';

const at = (...names: string[]) => names.map((name) => `{${hocbaNamespace}}${name}`);

/** The whole parts of a record in the order of the file, with their elements. */
export const wholeParts = [
  { id: 'tt', element: 'ThongTin' },
  { id: 'kq', element: 'KetQua' },
  { id: 'nx', element: 'NhanXet' },
] as const;

/** Where signatures and signed parts stand in a record; anywhere else they are refused. */
export const recordLayout: DocumentLayout = {
  signaturesIn: at('HocBa', 'ChuKy'),
  partAt(id) {
    const whole = wholeParts.find((part) => part.id === id);
    if (whole) return { path: at('HocBa', whole.element) };
    return id.startsWith('mh-') ? { path: at('HocBa', 'KetQua', 'MonHoc'), repeats: true } : undefined;
  },
};
