import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  foldState,
  isFrozen,
  nextState,
  openActions,
  type RecordActionName,
  recordActions,
  recordStates,
} from './index.ts';

const toIssue = ['review', 'release', 'carryOver', 'signAsHomeroomTeacher', 'signAsPrincipal', 'issue'] as const;
const toLock = [...toIssue, 'submit', 'receive', 'lock'] as const;

function stateAfter(...actions: RecordActionName[]) {
  return foldState(actions.map((action) => ({ action })));
}

describe('when a record lives its life', () => {
  it('it starts as a draft and ends locked', () => {
    assert.equal(stateAfter(), 'draft');
    assert.equal(stateAfter(...toLock), 'locked');
  });

  it('no state can be skipped', () => {
    assert.throws(() => stateAfter('release'), { code: 'action-not-open', message: /Nháp/ });
    assert.throws(() => stateAfter('review', 'release', 'carryOver', 'signAsPrincipal'), { code: 'action-not-open' });
    assert.throws(() => stateAfter(...toIssue, 'lock'), { code: 'action-not-open' });
  });

  it('subject teachers sign side by side before the homeroom teacher', () => {
    const twoTeachers = ['signAsSubjectTeacher', 'signAsSubjectTeacher', 'signAsHomeroomTeacher'] as const;
    assert.equal(stateAfter('review', 'release', 'carryOver', ...twoTeachers), 'signedByHomeroomTeacher');
    assert.throws(() => stateAfter(...toIssue, 'signAsSubjectTeacher'));
  });

  it('an edit before freezing returns to the draft, and after it is not open', () => {
    assert.equal(stateAfter('review', 'release', 'edit'), 'draft');
    assert.equal(nextState('carriedOver', 'edit'), undefined);
  });

  it('before the lock the school may correct alone, after it only a recall is open', () => {
    assert.equal(stateAfter(...toIssue, 'submit', 'reject', 'correct'), 'draft');
    assert.deepEqual(openActions('locked'), ['requestRecall', 'handOverCustody']);
    assert.deepEqual(openActions('recallRequested', 'principal'), []);
  });

  it('nothing is corrected while the registry is deciding', () => {
    assert.deepEqual(openActions('submitted'), ['receive', 'reject']);
  });

  it('an approved recall leads to a replacement that is signed again from the beginning', () => {
    assert.equal(stateAfter(...toLock, 'requestRecall', 'approveRecall', 'replace', ...toLock), 'locked');
    assert.equal(stateAfter(...toLock, 'requestRecall', 'rejectRecall'), 'locked');
  });

  it('every state can be reached and left', () => {
    const moves = Object.values(recordActions).flatMap(({ moves }) => Object.entries(moves));
    for (const { id } of recordStates) {
      assert.ok(
        moves.some(([, to]) => to === id),
        `${id} is reached`,
      );
      assert.ok(
        moves.some(([from]) => from === id),
        `${id} is left`,
      );
    }
  });

  it('frozen begins with carry-over', () => {
    assert.deepEqual(
      recordStates.filter(({ id }) => !isFrozen(id)).map(({ id }) => id),
      ['draft', 'reviewed', 'released'],
    );
  });
});
