import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Actor, Position } from '../../platform/actor.ts';
import { maySubmit, maySuperviseRecords, seesAllSubmissions } from './exchange.policy.ts';

const actor = (...positions: Position[]): Actor => ({
  accountId: '',
  schoolId: '92000902',
  fullName: '',
  staffId: null,
  positions,
  communeCode: null,
});

const table: [Position, { submit: boolean; seeAll: boolean; supervise: boolean }][] = [
  ['principal', { submit: true, seeAll: true, supervise: false }],
  ['vicePrincipal', { submit: false, seeAll: true, supervise: false }],
  ['academicClerk', { submit: true, seeAll: true, supervise: false }],
  ['sealClerk', { submit: true, seeAll: true, supervise: false }],
  ['homeroomTeacher', { submit: false, seeAll: false, supervise: false }],
  ['subjectTeacher', { submit: false, seeAll: false, supervise: false }],
  ['administrator', { submit: false, seeAll: false, supervise: false }],
  ['communeOfficer', { submit: false, seeAll: false, supervise: true }],
  ['provincialOfficer', { submit: false, seeAll: false, supervise: true }],
  ['ministryOfficer', { submit: false, seeAll: false, supervise: true }],
];
for (const [position, may] of table) {
  it(`${position}: ${JSON.stringify(may)}`, () => {
    assert.deepEqual(
      {
        submit: maySubmit(actor(position)).allowed,
        seeAll: seesAllSubmissions(actor(position)),
        supervise: maySuperviseRecords(actor(position)).allowed,
      },
      may,
    );
  });
}
