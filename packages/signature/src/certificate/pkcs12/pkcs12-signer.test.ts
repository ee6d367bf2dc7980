import { createTestAuthority } from '../../../../../simulators/certificate-authority/authority.ts';
import { writePkcs12 } from '../../../../../simulators/certificate-authority/write-pkcs12.ts';
import { signerContract } from '../../../testing/signer-contract.ts';
import { checkedSigner } from '../../crypto/node-checked-signer.ts';
import { keyFileSigner } from '../../crypto/node-signing.ts';
import { openPkcs12 } from './node-open-pkcs12.ts';

// RSA only: node:crypto signs no ECDSA over a digest made elsewhere; a key file of that kind signs the data itself.
signerContract('a PKCS#12 key file', {
  keys: ['rsa-2048'],
  open: async (keyKind) => {
    const seal = createTestAuthority({ at: Date.now() }).issue({ kind: 'seal', keyKind });
    const file = writePkcs12({ ...seal, friendlyName: 'Con dấu THỬ NGHIỆM' }, 'mật khẩu');
    return { signer: checkedSigner(keyFileSigner(openPkcs12(file, 'mật khẩu'))), close: async () => undefined };
  },
});
