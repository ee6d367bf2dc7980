import { randomBytes } from 'node:crypto';
import { issueCertificate } from '../../../../../simulators/certificate-authority/issue-certificate.ts';
import { createTestAuthority, testName } from '../../../../../simulators/certificate-authority/test-authority.ts';
import { parseCertificate } from '../../certificate/index.ts';
import { type Attack, type AttackSample, keyInfoOf, resigned, signatureText, x509 } from './attack-sample.ts';

const retrieval = { asRecord: 'key-info-not-allowed', asForeign: 'key-retrieval-not-allowed' } as const;
const mismatch = { asRecord: 'signing-certificate-mismatch', asForeign: 'signing-certificate-mismatch' } as const;

/** Another certificate over the teacher's key, issued by somebody else. */
function equivalentCertificate({ teacher }: AttackSample): Uint8Array {
  const { spki, notBefore, notAfter } = parseCertificate(teacher.certificate);
  const { authority } = createTestAuthority({ at: (notBefore + notAfter) / 2 });
  const serialNumber = `40${randomBytes(8).toString('hex')}`;
  const order = { kind: 'staff', subject: testName('Giáo viên'), spki, serialNumber, notBefore, notAfter } as const;
  return issueCertificate(order, authority);
}

/** KeyInfo is a hint that anybody can write. */
export const keyAttacks: readonly Attack[] = [
  {
    name: 'a bare key in KeyInfo',
    attacked: ({ changed }) => changed('<ds:KeyInfo>', '<ds:KeyInfo><ds:KeyValue></ds:KeyValue>'),
    ...{ asRecord: 'key-info-not-allowed', asForeign: 'harmless' },
  },
  {
    ...retrieval,
    name: 'a RetrievalMethod',
    attacked: ({ changed }) =>
      changed('<ds:KeyInfo>', '<ds:KeyInfo><ds:RetrievalMethod URI="http://127.0.0.1:1/"></ds:RetrievalMethod>'),
  },
  {
    name: 'a certificate nothing signed speaks for',
    attacked: ({ attacker, changed }) => changed('</ds:X509Data>', `${x509(attacker.certificate)}</ds:X509Data>`),
    ...{ asRecord: 'certificate-not-bound', asForeign: 'harmless' },
  },
  {
    ...mismatch,
    name: 'the attacker’s certificate and signature under the same SignedInfo',
    attacked: (sample) => sample.withFirst(resigned(sample).replace(sample.keyInfo, keyInfoOf(sample.attacker))),
  },
  {
    ...mismatch,
    name: 'another certificate over the same key',
    attacked: (sample) =>
      sample.changed(
        sample.keyInfo,
        `<ds:KeyInfo><ds:X509Data>${x509(equivalentCertificate(sample))}</ds:X509Data></ds:KeyInfo>`,
      ),
  },
  {
    name: 'the attacker’s signature under the teacher’s certificate',
    attacked: (sample) => sample.withFirst(resigned(sample)),
    ...{ asRecord: 'signature-value-wrong', asForeign: 'signature-value-wrong' },
  },
  {
    name: 'the signature value of another signature',
    attacked: ({ first, second, changed }) => changed(signatureText(first), signatureText(second)),
    ...{ asRecord: 'signature-value-wrong', asForeign: 'signature-value-wrong' },
  },
];
