import { createHash } from 'node:crypto';
import { createCscV1Client, type RasAccount } from './csc-v1-client.ts';
import { isListedService } from './service-address.ts';
import { ServiceError } from './service-http.ts';
import type { ServiceKind, SigningService } from './signing-service.ts';
import { createSmartSigningClient } from './smart-signing-client.ts';
import type { SmartAccount } from './smart-signing-http.ts';

/** A contract with a signing service: which protocol, and how the school proves itself. */
export type ServiceAccount =
  | ({ readonly kind: 'cscV1' } & RasAccount)
  | ({ readonly kind: 'smartSigning' } & SmartAccount);

export type OwnServiceKind = Exclude<ServiceKind, 'cscV2'>;

/** One client for each contract while the process lives: clients keep tokens and open approvals. */
export interface ServiceDirectory {
  /** Whether a school may name this address: the operator of the install lists the hosts. */
  mayCall(url: string): boolean;
  /** @throws ServiceError `not_linked` where the address is not listed any more. */
  open(account: ServiceAccount): SigningService;
}

export function createServiceDirectory(hosts: readonly string[]): ServiceDirectory {
  const clients = new Map<string, SigningService>();
  const mayCall = (url: string) => isListedService(url, hosts);
  return {
    mayCall,
    open: (account) => {
      if (!mayCall(account.url)) throw new ServiceError('not_linked', 'the operator does not list this address');
      const name = createHash('sha256').update(JSON.stringify(account)).digest('hex');
      const client = clients.get(name) ?? createClient(account);
      clients.set(name, client);
      return client;
    },
  };
}

function createClient(account: ServiceAccount): SigningService {
  switch (account.kind) {
    case 'cscV1':
      return createCscV1Client(account);
    case 'smartSigning':
      return createSmartSigningClient(account);
  }
}
