import { FaultSwitches } from './faults.ts';
import { People } from './people.ts';
import type { ProviderSettings } from './settings.ts';
import { SigningRequests } from './signing-requests.ts';

/** What every simulator of a signing service is made of; the protocol in front of it is its own. */
export interface Provider {
  readonly settings: ProviderSettings;
  readonly people: People;
  readonly requests: SigningRequests;
  readonly faults: FaultSwitches;
  /** How often each digest was signed, since the start: more than once is a double of the service's. */
  readonly timesSigned: Map<string, number>;
}

export function createProvider(settings: ProviderSettings): Provider {
  return {
    settings,
    people: new People(settings),
    requests: new SigningRequests(settings.answerSeconds),
    faults: new FaultSwitches(),
    timesSigned: new Map(),
  };
}
