/** `not-writable`: the sheet holds something its XML form does not allow. `action-not-open`: not possible in this state. `no-such-row`: a slot names a row the sheet lacks. */
export type RecordErrorCode = 'not-writable' | 'action-not-open' | 'no-such-row';

/** What this package throws; `message` is a Vietnamese sentence that says what is wrong and where. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
