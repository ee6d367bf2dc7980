import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import type { HostileName } from '../../../../../simulators/sector-database/index.ts';
import {
  buildHostileFile,
  buildSecondSchool,
  hostileNames,
  writeWorkbook,
} from '../../../../../simulators/sector-database/index.ts';
import type { RefusalCode } from './index.ts';
import { readWorkbook } from './index.ts';

/** Why each is refused, and words of the sentence its sender reads. */
const expected: Readonly<Record<HostileName, readonly [RefusalCode, RegExp]>> = {
  zipBomb: ['unpackedTooLarge', /giải nén ra 101 MB/],
  compressedBeyondReason: ['unpackedTooLarge', /sheet1\.xml/],
  bombThatLiesAboutItsSize: ['unpackedTooLarge', /theme1\.xml/],
  overlappingParts: ['damaged', /bị hỏng/],
  tooManyParts: ['tooManyParts', /5005 thành phần/],
  fiftyMegabytes: ['fileTooLarge', /51 MB, chỉ nhận đến 20 MB/],
  truncated: ['damaged', /tải lên chưa trọn vẹn/],
  notZip: ['notWorkbook', /không phải là bảng tính Excel/],
  empty: ['notWorkbook', /không phải là bảng tính Excel/],
  encrypted: ['encrypted', /mật khẩu/],
  formulas: ['formulas', /ô C1-KetQua!C2.*dán lại dạng giá trị/],
  externalLink: ['externalLinks', /ngắt các liên kết/],
  externalRelationship: ['externalLinks', /ngắt các liên kết/],
  macros: ['macros', /không kèm macro/],
  embeddedObject: ['macros', /đối tượng nhúng/],
  hugeDimension: ['tooManyCells', /dòng 1048576/],
  hugeMerge: ['tooManyCells', /ô XFD1048576/],
  entityBomb: ['xmlEntities', /khai báo XML không an toàn/],
  utf16Sheet: ['damaged', /sheet1\.xml/],
  zipWithoutWorkbook: ['notWorkbook', /không phải là bảng tính Excel/],
  wrongChecksum: ['damaged', /bị hỏng/],
};

describe('a hostile or malformed file', () => {
  for (const name of hostileNames) {
    it(`is refused within two seconds, off the main thread: ${name}`, async () => {
      const { bytes } = await buildHostileFile(name);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const startedAt = performance.now();
      const outcome = await readWorkbook(bytes, { schoolId: null });
      const elapsed = performance.now() - startedAt;
      delay.disable();
      assert.ok(!outcome.accepted && outcome.refusal !== null);
      const [code, sentence] = expected[name];
      assert.equal(outcome.refusal.code, code);
      assert.match(outcome.refusal.sentence, sentence);
      assert.ok(elapsed < 2000, `${elapsed} ms`);
      assert.ok(delay.max < 500e6, `main thread held for ${delay.max / 1e6} ms`);
    });
  }
});

describe('a workbook that costs more than it may', () => {
  it('is stopped when its time is up', async () => {
    const file = await writeWorkbook(buildSecondSchool(1).data);
    const outcome = await readWorkbook(file, { schoolId: null, limits: { milliseconds: 1 } });
    assert.ok(!outcome.accepted);
    assert.equal(outcome.refusal?.code, 'tooSlow');
  });

  it('is stopped when it takes too much memory', async () => {
    const file = await writeWorkbook(buildSecondSchool(1).data);
    const outcome = await readWorkbook(file, { schoolId: null, limits: { heapMegabytes: 8 } });
    assert.ok(!outcome.accepted);
    assert.equal(outcome.refusal?.code, 'tooMuchMemory');
  });
});
