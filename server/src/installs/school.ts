import { carryOver } from '../features/carry-over/index.ts';
import { enrolment } from '../features/enrolment/index.ts';
import { entry } from '../features/entry/index.ts';
import { submitting } from '../features/exchange/index.ts';
import { issuance } from '../features/issuance/index.ts';
import { lockedSheets } from '../features/locking/index.ts';
import { people } from '../features/people/index.ts';
import { signing } from '../features/signing/index.ts';
import { install } from './install.ts';

export const school = install('school', [
  people,
  enrolment,
  entry,
  carryOver,
  signing,
  issuance,
  submitting,
  lockedSheets,
]);
