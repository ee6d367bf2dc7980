import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extension } from '../../../../simulators/certificate-authority/issue-certificate.ts';
import { keyPurposeOid, validatePath } from '../../src/certificate/index.ts';
import { extensionOid } from '../../src/certificate/object-identifiers.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import { nullValue, objectIdentifier, sequence } from '../../src/der/writer.ts';
import { at, issueOdd, listedAt, listOdd, nameOf, type OddOrder, type Party } from './odd-authority.ts';
import { answerOdd, type OddAnswer, type OddResponse } from './odd-ocsp.ts';

const hour = 3_600_000;
const root = issueOdd({ name: 'Gốc THỬ NGHIỆM', authority: true });
const rootList = listOdd({}, root);
const ca = issueOdd({ name: 'Nơi cấp THỬ NGHIỆM', authority: true }, root);
const leaf = issueOdd({ name: 'Người ký THỬ NGHIỆM' }, ca);
const expired = issueOdd({ name: 'Người ký cũ THỬ NGHIỆM', notAfter: at - 48 * hour }, ca);

const forOcsp = extension(extensionOid.extendedKeyUsage, sequence(objectIdentifier(keyPurposeOid.ocspSigning)));
const noCheck = extension(extensionOid.ocspNoCheck, nullValue());
const responder = (order: OddOrder = {}, issuer: Party = ca) =>
  issueOdd({ name: 'Nơi trả lời THỬ NGHIỆM', extensions: [forOcsp, noCheck], ...order }, issuer);

interface OcspCase {
  readonly leaf?: Party;
  readonly at?: number;
  readonly response: Uint8Array;
  readonly lists?: readonly Uint8Array[];
}
type Row = readonly [name: string, expected: 'good' | 'revoked' | 'unknown', make: () => OcspCase];

const answered = (by: Party, answers: readonly OddAnswer[] = [{ about: leaf }], more: Partial<OddResponse> = {}) => {
  const certificates = by === ca ? [] : [by];
  return answerOdd({ answers, issuer: ca, responder: by, certificates, ...more });
};

const authorities: readonly Row[] = [
  ['the issuer itself answers', 'good', () => ({ response: answered(ca) })],
  ['whom it appointed answers', 'good', () => ({ response: answered(responder()) })],
  ['one appointed by someone else answers', 'unknown', () => ({ response: answered(responder({}, root)) })],
  ['a certificate for something else answers', 'unknown', () => ({ response: answered(leaf) })],
  [
    'the responder expired before it answered',
    'unknown',
    () => ({ response: answered(responder({ notAfter: at - hour })) }),
  ],
  [
    'the responder expired between its answer and the time asked about',
    'unknown',
    () => ({ response: answered(responder({ notAfter: at + hour })), at: at + 2 * hour }),
  ],
  [
    'the responder names no way to ask about itself',
    'good',
    () => ({ response: answered(responder({ extensions: [forOcsp] })) }),
  ],
  [
    'the responder names a list that is not at hand',
    'unknown',
    () => ({ response: answered(responder({ extensions: [forOcsp, listedAt('http://crl.example/a')] })) }),
  ],
  [
    'the responder is revoked, and says the leaf were not',
    'revoked',
    () => {
      const taken = responder({ extensions: [forOcsp] });
      // Its answer is the newer of the two.
      const list = listOdd({ revoked: [{ serial: taken.serial }, { serial: leaf.serial }], from: -0.5 }, ca);
      return { response: answered(taken), lists: [list] };
    },
  ],
];

const answersRows: readonly Row[] = [
  [
    'the answer names the certificate by SHA-1',
    'good',
    () => ({ response: answered(ca, [{ about: leaf, digest: 'sha-1' }]) }),
  ],
  [
    'the certificate writes the name of its issuer in another case',
    'good',
    () => {
      const written = issueOdd({ name: 'Người khác' }, { ...ca, name: nameOf('NƠI CẤP THỬ NGHIỆM') });
      return { leaf: written, response: answered(ca, [{ about: written }]) };
    },
  ],
  ['the answer is about another certificate', 'unknown', () => ({ response: answered(ca, [{ about: expired }]) })],
  [
    'the answer stands among others',
    'revoked',
    () => ({ response: answered(ca, [{ about: expired }, { about: leaf, standing: 'revoked' }]) }),
  ],
  [
    'two answers about it disagree',
    'revoked',
    () => ({ response: answered(ca, [{ about: leaf }, { about: leaf, standing: 'revoked' }]) }),
  ],
  [
    'the responder does not know it',
    'unknown',
    () => ({ response: answered(ca, [{ about: leaf, standing: 'unknown' }]) }),
  ],
  ['the answer is overdue', 'unknown', () => ({ response: answered(ca), at: at + 30 * hour })],
  [
    'the certificate expired before the answer',
    'unknown',
    () => ({ leaf: expired, at: at - 72 * hour, response: answered(ca, [{ about: expired }]) }),
  ],
  [
    'the same, and the responder keeps expired ones',
    'good',
    () => {
      const response = answered(ca, [{ about: expired, archiveCutoff: -1000 }]);
      return { leaf: expired, at: at - 72 * hour, response };
    },
  ],
];

for (const [chapter, rows] of [
  ['someone answers', authorities],
  ['something is answered', answersRows],
] as const) {
  describe(`when ${chapter}`, () => {
    for (const [name, expected, make] of rows) {
      it(`${name}: ${expected}`, async () => {
        const { leaf: asked = leaf, at: when = at, response, lists = [] } = make();
        const report = await validatePath({
          ...{ leaf: asked.certificate, intermediates: [ca.certificate], anchors: [root.certificate], at: when },
          ...{ ocsps: [response], crls: [rootList, ...lists], crypto: nodeCrypto, purpose: 'any' },
        });
        assert.equal(report.revocation.status, expected, JSON.stringify(report.findings));
      });
    }
  });
}
