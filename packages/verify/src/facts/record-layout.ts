import { hocbaNamespace } from '@hocba/record';
import type { DocumentLayout } from '@hocba/signature';

const at = (...names: string[]) => names.map((name) => `{${hocbaNamespace}}${name}`);

/** The whole parts of a record in the order of the file, with their elements. */
export const wholeParts = [
  { id: 'tt', element: 'ThongTin' },
  { id: 'kq', element: 'KetQua' },
  { id: 'nx', element: 'NhanXet' },
] as const;

/** Where signatures and signed parts stand in a record whose root element is `root`; anywhere else they are refused. */
export function recordLayout(root: string): DocumentLayout {
  return {
    signaturesIn: at(root, 'ChuKy'),
    partAt(id) {
      const whole = wholeParts.find((part) => part.id === id);
      if (whole) return { path: at(root, whole.element) };
      return id.startsWith('mh-') ? { path: at(root, 'KetQua', 'MonHoc'), repeats: true } : undefined;
    },
  };
}
