// Accounts, positions, signing in. Takes part: everyone with an account. States: active, switched off.
// Authorisation itself lies with each feature's *.policy.ts; this one only says who is asking.
import type { Feature } from '../../platform/feature.ts';
import { peopleRoutes } from './people.routes.ts';

export { hashPassword } from './password.ts';
export {
  findActor,
  findLogin,
  findLogins,
  listAccountsOfStaff,
  listHolders,
  type NewAccount,
  type PositionHolder,
  saveAccount,
  saveImportedAccount,
  takeTeachingPositions,
} from './people.store.ts';
export type { PeopleTables } from './people.tables.ts';
export { requireActor } from './session-actor.ts';

export const people: Feature = { name: 'people', routes: peopleRoutes };
