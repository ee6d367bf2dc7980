import { type ExpectedSignatory, rowSlot } from '../src/index.ts';

const families = ['Ngô', 'Danh', 'Lâm', 'Thạch', 'Trần', 'Huỳnh', 'Kim'];
const given = ['Bảo Châm', 'Sóc Kha', 'Thị Hồng', 'Thanh Tùng', 'Mỹ Duyên', 'Hữu Phước'];

/** Invented teachers of `rows` subject rows, the homeroom teacher, the head (called `headPosition`) and the seal. */
export function perSubjectSignatories(
  rows: number,
  headPosition: string,
  schoolName: string,
): readonly ExpectedSignatory[] {
  const teachers = Array.from({ length: rows }, (_, index) => ({
    slot: rowSlot(index + 1),
    name: `${families[index % families.length]} ${given[index % given.length]}`,
    position: 'Giáo viên',
    staffId: `GV${String(100 + index).padStart(4, '0')}`,
  }));
  return [
    ...teachers,
    { slot: 'homeroomTeacher', name: 'Lâm Thị Hồng', position: 'Giáo viên', staffId: 'GV0007' },
    { slot: 'principal', name: 'Trần Minh Đức', position: headPosition, staffId: 'GV0001' },
    { slot: 'organisationSeal', name: schoolName, position: 'Cơ sở giáo dục', staffId: '94000999' },
  ];
}
