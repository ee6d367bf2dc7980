import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sampleSheet } from '../testing/sample-sheet.ts';
import { labelOfField, labelOfPart } from './index.ts';

it('every part of a file has a name people know', () => {
  const labels = ['mh-2', 'mh-13', 'nx', 'sig-cn', 'sv-ht', 'sp-cq', 'sig-gv-3'].map((id) =>
    labelOfPart(id, sampleSheet),
  );
  assert.deepEqual(labels, [
    'Phần môn Toán',
    'Phần Hoạt động trải nghiệm',
    'Phần nhận xét của giáo viên chủ nhiệm',
    'Chữ ký của giáo viên chủ nhiệm',
    'Chữ ký của hiệu trưởng',
    'Con dấu của trường',
    'Chữ ký của giáo viên môn Ngoại ngữ (Tiếng Anh)',
  ]);
});

it('without a readable sheet rows go by number', () => {
  assert.equal(labelOfPart('mh-4'), 'Phần môn học ở dòng 4');
  assert.equal(labelOfPart('sig-gv-4'), 'Chữ ký của giáo viên môn học ở dòng 4');
});

it('a stranger has no name', () => {
  assert.deepEqual(
    ['mh-0', 'mh-x', 'sig-xx', 'abc', ''].map((id) => labelOfPart(id, sampleSheet)),
    Array(5).fill(undefined),
  );
  assert.equal(labelOfField('script'), undefined);
});

it('a field of the XML has its label', () => {
  assert.equal(labelOfField('DiemKiemTra'), 'Điểm KTĐK');
});
