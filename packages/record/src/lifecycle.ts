import { RecordError } from './record-error.ts';
import type { Duty } from './terms/duty.ts';
import { type RecordState, recordStates } from './terms/record-state.ts';
import { labelOf } from './terms/term.ts';

/** What may be done to a year sheet: by whom, from which state, to which. */
export interface RecordAction {
  readonly label: string;
  readonly by: readonly Duty[];
  readonly moves: Readonly<Partial<Record<RecordState, RecordState>>>;
}

const beforeFreezing = { draft: 'draft', reviewed: 'draft', released: 'draft' } as const;
/** Until the lock the school alone may correct; a new version starts, the old one stays. */
const beforeLock = {
  carriedOver: 'draft',
  signedBySubjectTeachers: 'draft',
  signedByHomeroomTeacher: 'draft',
  signedByPrincipal: 'draft',
  issued: 'draft',
  received: 'draft',
  rejected: 'draft',
} as const;

/**
 * States × actions: the whole life of a year sheet. That every required signature of a stage is there (k of n subject
 * teachers) is for required-signatures.ts; this table says only what may follow what.
 * @law KH213/KH-BGDĐT PL 1; chốt and thu hồi: before the lock the school alone, after it only with approval
 */
export const recordActions = {
  edit: { label: 'Sửa dữ liệu', by: ['subjectTeacher', 'homeroomTeacher', 'academicClerk'], moves: beforeFreezing },
  review: {
    label: 'Rà soát',
    by: ['homeroomTeacher', 'subjectGroupLead', 'academicClerk'],
    moves: { draft: 'reviewed' },
  },
  release: { label: 'Ban hành dữ liệu theo dõi', by: ['principal', 'vicePrincipal'], moves: { reviewed: 'released' } },
  carryOver: {
    label: 'Kết chuyển',
    by: ['principal', 'vicePrincipal', 'academicClerk'],
    moves: { released: 'carriedOver' },
  },
  signAsSubjectTeacher: {
    label: 'Ký với tư cách giáo viên bộ môn',
    by: ['subjectTeacher'],
    moves: { carriedOver: 'signedBySubjectTeachers', signedBySubjectTeachers: 'signedBySubjectTeachers' },
  },
  signAsHomeroomTeacher: {
    label: 'Ký với tư cách giáo viên chủ nhiệm',
    by: ['homeroomTeacher'],
    moves: { carriedOver: 'signedByHomeroomTeacher', signedBySubjectTeachers: 'signedByHomeroomTeacher' },
  },
  signAsPrincipal: {
    label: 'Ký với tư cách hiệu trưởng',
    by: ['principal', 'vicePrincipal'],
    moves: { signedByHomeroomTeacher: 'signedByPrincipal' },
  },
  issue: { label: 'Đóng dấu và phát hành', by: ['sealClerk'], moves: { signedByPrincipal: 'issued' } },
  submit: {
    label: 'Gửi',
    by: ['system', 'academicClerk', 'sealClerk', 'principal'],
    moves: { issued: 'submitted', rejected: 'submitted' },
  },
  receive: { label: 'Tiếp nhận', by: ['registrar', 'system'], moves: { submitted: 'received' } },
  reject: { label: 'Từ chối tiếp nhận', by: ['registrar', 'system'], moves: { submitted: 'rejected' } },
  correct: { label: 'Sửa chữa thành phiên bản mới', by: ['principal', 'vicePrincipal'], moves: beforeLock },
  lock: { label: 'Chốt', by: ['registrar', 'system'], moves: { received: 'locked' } },
  requestRecall: { label: 'Đề nghị thu hồi', by: ['principal'], moves: { locked: 'recallRequested' } },
  approveRecall: { label: 'Phê duyệt thu hồi', by: ['managingAuthority'], moves: { recallRequested: 'recalled' } },
  rejectRecall: { label: 'Từ chối thu hồi', by: ['managingAuthority'], moves: { recallRequested: 'locked' } },
  replace: { label: 'Lập phiên bản thay thế', by: ['principal', 'academicClerk'], moves: { recalled: 'draft' } },
  handOverCustody: {
    label: 'Chuyển giao quyền quản lý',
    by: ['principal', 'academicClerk'],
    moves: { locked: 'locked' },
  },
} as const satisfies Record<string, RecordAction>;

export type RecordActionName = keyof typeof recordActions;

/** Something that happened to a year sheet. Stored events carry more; the state needs only this. */
export interface RecordEvent {
  readonly action: RecordActionName;
}

/** The state `action` leads to; undefined where it is not open. */
export function nextState(state: RecordState, action: RecordActionName): RecordState | undefined {
  const moves: RecordAction['moves'] = recordActions[action].moves;
  return moves[state];
}

/** What may be done in `state`, and by `duty` if given. */
export function openActions(state: RecordState, duty?: Duty): readonly RecordActionName[] {
  return (Object.keys(recordActions) as RecordActionName[]).filter((name) => {
    const by: readonly Duty[] = recordActions[name].by;
    return nextState(state, name) !== undefined && (duty === undefined || by.includes(duty));
  });
}

/** The state after `events`, from draft. @throws RecordError `action-not-open` at the first event that skips a state */
export function foldState(events: readonly RecordEvent[]): RecordState {
  return events.reduce<RecordState>((state, { action }) => {
    const next = nextState(state, action);
    if (next === undefined) {
      const reason = `Không thể “${recordActions[action].label}” khi học bạ ở trạng thái “${labelOf(recordStates, state)}”.`;
      throw new RecordError('action-not-open', reason);
    }
    return next;
  }, 'draft');
}

/** The content is frozen from carry-over on: any change is a new version. */
export function isFrozen(state: RecordState): boolean {
  return !['draft', 'reviewed', 'released'].includes(state);
}
