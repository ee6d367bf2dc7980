import type { Region } from '@hocba/signature';

/** What a person calls the part of a PDF that was hit. */
export function labelOfRegion({ kind, page }: Pick<Region, 'kind' | 'page'>): string {
  const where = page > 0 ? ` trang ${page}` : '';
  switch (kind) {
    case 'pageContent':
      return `Nội dung${where} của bản thể hiện`;
    case 'page':
      return `Mô tả${where} của bản thể hiện`;
    case 'annotation':
      return `Chú thích${where}`;
    case 'resource':
      return `Phông chữ, hình ảnh${where} của bản thể hiện`;
    case 'attachment':
      return 'Dữ liệu gốc (hocba.xml) nhúng trong bản thể hiện';
    case 'form':
      return 'Biểu mẫu chứa chữ ký của PDF';
    case 'signature':
      return 'Con dấu số trên PDF';
    case 'metadata':
      return 'Thông tin mô tả tệp PDF';
    case 'structure':
      return 'Cấu trúc đọc của PDF';
    case 'document':
      return 'Danh mục của tệp PDF';
    case 'fileStructure':
      return 'Khung tệp PDF';
    case 'crossReference':
      return 'Bảng tham chiếu của PDF';
  }
}
