import { signerContract } from '../../../../packages/signature/testing/signer-contract.ts';
import { startSigningRasV1 } from '../../../../simulators/signing-ras-v1/start.ts';
import { createCscV1Client } from './csc-v1-client.ts';
import { keys, serviceRig } from './testing/service-rig.ts';

signerContract('CSC v1 as RAS serves it', {
  keys,
  service: true,
  open: (key) =>
    serviceRig(startSigningRasV1, {
      algorithm: key,
      connect: ({ url, client }) => createCscV1Client({ url, ...client, profileId: 'school' }),
    }),
});
