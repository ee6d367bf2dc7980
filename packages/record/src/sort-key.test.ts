import assert from 'node:assert/strict';
import { it } from 'node:test';
import { vietnameseSortKey } from './index.ts';

function sorted(names: readonly string[]): string[] {
  const byKey = (a: string, b: string) => (vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1);
  return names.toReversed().sort(byKey);
}

it('the given name decides, then the family name, then the names between', () => {
  const names = ['Lê Văn An', 'Nguyễn Thị An', 'Nguyễn Văn An', 'Đặng Thị Bình', 'Trần Anh Cường'];
  assert.deepEqual(sorted(names), names);
});

it('letters follow the Vietnamese alphabet', () => {
  const names = ['An', 'Ăn', 'Ân', 'Bo', 'Da', 'Đa', 'Em', 'Êm', 'On', 'Ôn', 'Ơn', 'Pha', 'Un', 'Ưn', 'Va'];
  assert.deepEqual(sorted(names), names);
});

it('tones decide between words of the same letters', () => {
  const names = ['Ha', 'Hà', 'Hả', 'Hã', 'Há', 'Hạ', 'Han'];
  assert.deepEqual(sorted(names), names);
});

it('composed and decomposed, upper and lower case give the same key, in ASCII', () => {
  assert.equal(vietnameseSortKey('NGUYỄN THỊ ƯỚC'.normalize('NFD')), vietnameseSortKey('Nguyễn Thị Ước'));
  assert.match(vietnameseSortKey('Y Ngông Niê Kđăm'), /^[ -~]+$/);
});
