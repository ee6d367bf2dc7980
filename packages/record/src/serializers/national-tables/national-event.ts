/** Sự kiện of a row in the national data-sharing tables, spelt as there. */
export type NationalEventKind = 'NEW' | 'UPdate' | 'CANCEL';

export interface NationalEvent {
  readonly kind: NationalEventKind;
  /** `PhienBan`: from 1, growing over all events of a record; a receiver ignores what is not greater than what it has. */
  readonly version: number;
  /** `ThoiGianCapNhat`, local time: `YYYY-MM-DDTHH:mm:ss`. */
  readonly updatedAt: string;
}

/**
 * The event after `previous`: the first is NEW, then UPdate or CANCEL; a cancelled record comes back by UPdate, never as
 * another NEW. @throws RangeError for a kind that cannot follow, or a time that is not one
 */
export function nextNationalEvent(
  previous: Pick<NationalEvent, 'kind' | 'version'> | undefined,
  { kind, updatedAt }: Pick<NationalEvent, 'kind' | 'updatedAt'>,
): NationalEvent {
  const follows =
    previous === undefined ? kind === 'NEW' : kind !== 'NEW' && !(previous.kind === 'CANCEL' && kind === 'CANCEL');
  if (!follows) throw new RangeError(`${kind} cannot follow ${previous?.kind ?? 'nothing'}`);
  const event = { kind, version: (previous?.version ?? 0) + 1, updatedAt };
  checkNationalEvent(event);
  return event;
}

/** @throws RangeError for a version that is not a whole number above 0, or a time that is not one */
export function checkNationalEvent({ version, updatedAt }: NationalEvent): void {
  if (!Number.isInteger(version) || version < 1) throw new RangeError(`not a version: ${version}`);
  const real = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(updatedAt) && !Number.isNaN(Date.parse(`${updatedAt}Z`));
  if (!real) throw new RangeError(`not a local time: ${updatedAt}`);
}
