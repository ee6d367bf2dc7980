import { signerContract } from '../../../../packages/signature/testing/signer-contract.ts';
import { startSmartSigning } from '../../../../simulators/smart-signing/start.ts';
import { createSmartSigningClient } from './smart-signing-client.ts';
import { keys, serviceRig } from './testing/service-rig.ts';

signerContract('a service of the SmartCA kind', {
  keys,
  service: true,
  open: (key) =>
    serviceRig(startSmartSigning, key, ({ url, client }) =>
      createSmartSigningClient({ url, spId: client.clientId, spPassword: client.clientSecret }),
    ),
});
