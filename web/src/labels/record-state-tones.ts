import type { RecordState } from '@hocba/record';

/** How a state looks; its words come from the code list. */
export const stateTones: Readonly<Record<RecordState, 'good' | 'busy' | 'warn' | 'bad' | 'quiet'>> = {
  draft: 'quiet',
  reviewed: 'quiet',
  released: 'quiet',
  carriedOver: 'busy',
  signedBySubjectTeachers: 'busy',
  signedByHomeroomTeacher: 'busy',
  signedByPrincipal: 'busy',
  issued: 'good',
  submitted: 'busy',
  received: 'good',
  rejected: 'bad',
  locked: 'good',
  recallRequested: 'warn',
  recalled: 'bad',
};
