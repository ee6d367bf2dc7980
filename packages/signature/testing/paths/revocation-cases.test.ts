import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validatePath } from '../../src/certificate/index.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import { at, changesSince, issuedAt, issueOdd, listedAt, listOdd, type OddOrder, type Party } from './odd-authority.ts';

/** Which lists are at hand, and what they say about the leaf. After the chapters of NIST PKITS. */
interface ListCase {
  readonly leaf: Party;
  readonly others?: readonly Party[];
  readonly lists: readonly Uint8Array[];
}
type Expected = 'good' | 'revoked' | 'unknown';
type Row = readonly [name: string, expected: Expected, make: () => ListCase];

const root = issueOdd({ name: 'Gốc THỬ NGHIỆM', authority: true });
const rootList = listOdd({}, root);
const ca = issueOdd({ name: 'Nơi cấp THỬ NGHIỆM', authority: true }, root);
const leafOf = (extensions: readonly Uint8Array[] = [], order: OddOrder = {}) => issueOdd({ extensions, ...order }, ca);
const place = 'http://crl.example/a';

const single = (extensions: readonly Uint8Array[], list: Uint8Array[], revoked: boolean): ListCase => {
  const leaf = leafOf(extensions);
  return { leaf, lists: [listOdd({ extensions: list, revoked: revoked ? [{ serial: leaf.serial }] : [] }, ca)] };
};

const points: readonly Row[] = [
  ['a list of everything', 'good', () => single([], [], false)],
  ['a list of everything, on it', 'revoked', () => single([], [], true)],
  ['a list for the place named', 'good', () => single([listedAt(place)], [issuedAt(place)], false)],
  ['a list for another place', 'unknown', () => single([listedAt(place)], [issuedAt('http://crl.example/b')], true)],
  ['a list for users', 'revoked', () => single([], [issuedAt(undefined, { onlyUsers: true })], true)],
  ['a list for authorities', 'unknown', () => single([], [issuedAt(undefined, { onlyAuthorities: true })], true)],
  ['a list of some reasons', 'unknown', () => single([listedAt(place)], [issuedAt(place, { reasons: [1, 2] })], false)],
  [
    'a list of some reasons, on it',
    'revoked',
    () => single([listedAt(place)], [issuedAt(place, { reasons: [1, 2] })], true),
  ],
  [
    'two lists that cover every reason together',
    'good',
    () => {
      const leaf = leafOf([listedAt(place)]);
      const some = listOdd({ extensions: [issuedAt(place, { reasons: [1, 2] })] }, ca);
      const rest = listOdd({ extensions: [issuedAt(place, { reasons: [3, 4, 5, 6, 7, 8] })] }, ca);
      return { leaf, lists: [some, rest] };
    },
  ],
  [
    'two lists that cover every reason, on the second',
    'revoked',
    () => {
      const leaf = leafOf([listedAt(place)]);
      const some = listOdd({ extensions: [issuedAt(place, { reasons: [1, 2] })] }, ca);
      const reasons = [3, 4, 5, 6, 7, 8];
      const revoked = [{ serial: leaf.serial, reason: 5 }];
      return { leaf, lists: [some, listOdd({ revoked, extensions: [issuedAt(place, { reasons })] }, ca)] };
    },
  ],
  ['a list too old', 'unknown', () => ({ leaf: leafOf(), lists: [listOdd({ from: -9, until: -2 }, ca)] })],
  [
    'a negative serial number beside the positive of the same bytes',
    'good',
    () => ({ leaf: leafOf([], { serial: '-1' }), lists: [listOdd({ revoked: [{ serial: 'ff' }] }, ca)] }),
  ],
];

const crlIssuer = issueOdd({ name: 'Nơi ký CRL THỬ NGHIỆM', authority: true, usage: ['crlSign'] }, root);
const indirect = (revoked: 'theirs' | 'ours' | 'nobody', asserted: boolean): ListCase => {
  const leaf = leafOf([listedAt(place, undefined, crlIssuer)]);
  const entries = { theirs: [{ serial: leaf.serial }], ours: [{ serial: leaf.serial, issuer: ca }], nobody: [] };
  const extensions = [issuedAt(place, asserted ? { indirect: true } : {})];
  return { leaf, others: [crlIssuer], lists: [listOdd({ revoked: entries[revoked], extensions }, crlIssuer)] };
};

const signers: readonly Row[] = [
  ['an indirect list of whoever the certificate names', 'good', () => indirect('nobody', true)],
  ['the same, on it', 'revoked', () => indirect('ours', true)],
  ['the same, with the serial number of another issuer on it', 'good', () => indirect('theirs', true)],
  ['a list of whoever the certificate names, not indirect', 'unknown', () => indirect('nobody', false)],
  [
    'a list of someone the certificate does not name',
    'unknown',
    () => ({
      leaf: leafOf(),
      others: [crlIssuer],
      lists: [listOdd({ extensions: [issuedAt(undefined, { indirect: true })] }, crlIssuer)],
    }),
  ],
  [
    'a list signed with another key of the authority',
    'good',
    () => {
      const second = issueOdd({ sameNameAs: ca, authority: true, usage: ['crlSign'] }, root);
      return { leaf: leafOf(), others: [second], lists: [listOdd({}, second)] };
    },
  ],
  [
    'the same, when that key may not sign lists',
    'unknown',
    () => {
      const second = issueOdd({ sameNameAs: ca, authority: true, usage: ['keyCertSign'] }, root);
      return { leaf: leafOf(), others: [second], lists: [listOdd({}, second)] };
    },
  ],
  [
    'the same, when its certificate is revoked',
    'unknown',
    () => {
      const second = issueOdd({ sameNameAs: ca, authority: true, usage: ['crlSign'] }, root);
      const newer = listOdd({ revoked: [{ serial: second.serial }], from: 0.5, number: 2 }, root);
      return { leaf: leafOf(), others: [second], lists: [listOdd({}, second), newer] };
    },
  ],
  [
    'a list of a stranger who took the authority’s name',
    'unknown',
    () => {
      const stranger = issueOdd({ sameNameAs: ca, authority: true });
      return { leaf: leafOf(), others: [stranger], lists: [listOdd({}, stranger)] };
    },
  ],
];

const changed = (base: number, on: 'neither' | 'changes' | 'both' | 'removed', complete = { number: 5 }): ListCase => {
  const leaf = leafOf();
  const first = on === 'both' || on === 'removed' ? [{ serial: leaf.serial, reason: 6 }] : [];
  const removed = [{ serial: leaf.serial, reason: 8 }];
  const second = on === 'removed' ? removed : on === 'neither' ? [] : [{ serial: leaf.serial }];
  const changes = { revoked: second, extensions: [changesSince(base)], from: 0.25, number: 9 };
  return { leaf, lists: [listOdd({ revoked: first, ...complete }, ca), listOdd(changes, ca)] };
};

const deltas: readonly Row[] = [
  ['a complete list and its changes', 'good', () => changed(5, 'neither')],
  ['revoked by the changes', 'revoked', () => changed(5, 'changes')],
  ['revoked by both', 'revoked', () => changed(5, 'both')],
  ['taken off by the changes', 'good', () => changed(5, 'removed')],
  ['changes of a later list do not apply', 'good', () => changed(6, 'changes')],
  [
    'changes bring an old complete list up to date',
    'good',
    () => {
      const changes = listOdd({ extensions: [changesSince(4)], number: 9 }, ca);
      return { leaf: leafOf(), lists: [listOdd({ number: 4, from: -9, until: -2 }, ca), changes] };
    },
  ],
  [
    'changes without the list they change',
    'unknown',
    () => ({ leaf: leafOf(), lists: [listOdd({ extensions: [changesSince(4)], number: 9 }, ca)] }),
  ],
];

const chapters: readonly (readonly [string, readonly Row[]])[] = [
  ['lists are of some places, kinds or reasons', points],
  ['others than the issuer sign lists', signers],
  ['lists of changes are at hand', deltas],
];

for (const [chapter, rows] of chapters) {
  describe(`when ${chapter}`, () => {
    for (const [name, expected, make] of rows) {
      it(`${name}: ${expected}`, async () => {
        const { leaf, others = [], lists } = make();
        const report = await validatePath({
          ...{ leaf: leaf.certificate, intermediates: [ca, ...others].map(({ certificate }) => certificate) },
          ...{ anchors: [root.certificate], at: at + 43_200_000, crls: [rootList, ...lists] },
          ...{ crypto: nodeCrypto, purpose: 'any' },
        });
        assert.equal(report.revocation.status, expected, report.findings.map(({ detail }) => detail).join('; '));
        assert.equal(report.indication === 'passed', expected === 'good');
      });
    }
  });
}
