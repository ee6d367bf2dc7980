import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CircularId, circulars, findCircular, firstCalendarYear, type Grade } from './index.ts';

const governing = (grade: Grade, schoolYear: string) => findCircular({ grade, schoolYear })?.id;

describe('which circular governs', () => {
  const road: readonly (readonly [Grade, string, CircularId, CircularId])[] = [
    [1, '2020-2021', 'TT22/2016', 'TT27/2020'],
    [2, '2021-2022', 'TT22/2016', 'TT27/2020'],
    [3, '2022-2023', 'TT22/2016', 'TT27/2020'],
    [4, '2023-2024', 'TT22/2016', 'TT27/2020'],
    [5, '2024-2025', 'TT22/2016', 'TT27/2020'],
    [6, '2021-2022', 'TT26/2020', 'TT22/2021'],
    [7, '2022-2023', 'TT26/2020', 'TT22/2021'],
    [8, '2023-2024', 'TT26/2020', 'TT22/2021'],
    [9, '2024-2025', 'TT26/2020', 'TT22/2021'],
    [10, '2022-2023', 'TT26/2020', 'TT22/2021'],
    [11, '2023-2024', 'TT26/2020', 'TT22/2021'],
    [12, '2024-2025', 'TT26/2020', 'TT22/2021'],
  ];
  for (const [grade, first, older, newer] of road) {
    it(`grade ${grade}: ${newer} from ${first}, ${older} the year before`, () => {
      const year = firstCalendarYear(first) ?? 0;
      assert.equal(governing(grade, first), newer);
      assert.equal(governing(grade, `${year - 1}-${year}`), older);
      assert.equal(governing(grade, '2026-2027'), newer);
    });
  }

  it('keeps continuing education apart', () => {
    const year = { grade: 10, schoolYear: '2025-2026' } as const;
    assert.equal(findCircular({ ...year, programme: 'continuingEducation' })?.id, 'TT43/2021');
    assert.equal(findCircular({ ...year, programme: 'continuingEducation', schoolYear: '2020-2021' }), undefined);
  });

  it('knows nothing of years before the earliest circular, nor of years that are none', () => {
    for (const schoolYear of ['1998-1999', '2025', '2025-2027', '25-26'])
      assert.equal(governing(3, schoolYear), undefined);
  });

  it('says why it computes nothing by a circular that it does not compute by', () => {
    for (const { computed, notComputedBecause } of circulars) assert.equal(notComputedBecause === undefined, computed);
  });

  it('each was issued before it took effect, and governs no year before the one it was issued in', () => {
    for (const { id, issuedOn, effectiveOn, from } of circulars) {
      assert(issuedOn < effectiveOn, id);
      const first = Math.min(...Object.values(from));
      assert(first >= Number(issuedOn.slice(0, 4)), id);
    }
  });

  it('names a source for each', () => {
    for (const { source, number, title } of circulars) assert(source !== '' && number !== '' && title !== '');
  });
});
