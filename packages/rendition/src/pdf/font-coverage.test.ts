import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sampleRendition } from '../testing/sample-rendition.ts';
import { sampleYearSheet, subjectResult } from '../testing/sample-year-sheet.ts';
import { renderYearSheet } from '../year-sheet/render-year-sheet.ts';
import { unprintableCharacters } from './font-coverage.ts';

const VIETNAMESE =
  'AaĂăÂâBbCcDdĐđEeÊêGgHhIiKkLlMmNnOoÔôƠơPpQqRrSsTtUuƯưVvXxYyFfJjWwZz' +
  'ÀàẢảÃãÁáẠạẰằẲẳẴẵẮắẶặẦầẨẩẪẫẤấẬậÈèẺẻẼẽÉéẸẹỀềỂểỄễẾếỆệÌìỈỉĨĩÍíỊị' +
  'ÒòỎỏÕõÓóỌọỒồỔổỖỗỐốỘộỜờỞởỠỡỚớỢợÙùỦủŨũÚúỤụỪừỬửỮữỨứỰựỲỳỶỷỸỹÝýỴỵ';
const ETHNIC_LANGUAGES = "ĬĭŎŏŬŭČčÑñƀɃ\u0306\u0302’'ʼ-";

it('everything Vietnamese is printable, and the letters of Ê-đê, Gia-rai and Ba-na', () => {
  assert.deepEqual(unprintableCharacters(VIETNAMESE + ETHNIC_LANGUAGES), []);
});

it('what is printable by the font’s own table is what a rendition accepts', async () => {
  for (const text of [VIETNAMESE, 'ĬĭŎŏŬŭČč', '½ • → ≥ … “”']) {
    assert.deepEqual(unprintableCharacters(text), []);
    await renderYearSheet(sampleRendition(sampleYearSheet({ subjects: [subjectResult('music', null, text)] })));
  }
});

it('emoji and Chinese characters are named once each', () => {
  assert.deepEqual(unprintableCharacters('Em giỏi 😀😀, 漢字!\n'), ['😀', '漢', '字']);
});
