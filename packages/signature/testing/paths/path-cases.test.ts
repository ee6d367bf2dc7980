import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extension } from '../../../../simulators/certificate-authority/issue-certificate.ts';
import { generateKey } from '../../../../simulators/certificate-authority/keys.ts';
import { type PathInput, pathSearchLimits, validatePath } from '../../src/certificate/index.ts';
import { anyPolicy, extensionOid } from '../../src/certificate/object-identifiers.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import { concat, der, sequence } from '../../src/der/writer.ts';
import { at, issueOdd, mapped, nameOf, type OddOrder, type Party, policies } from './odd-authority.ts';

/** Paths without revocation: what is at hand, and whether a good path is found in it. After the chapters of NIST PKITS. */
interface PathCase {
  readonly leaf: Party;
  readonly others?: readonly Party[];
  readonly rules?: Partial<PathInput>;
}
type Row = readonly [name: string, expected: 'good' | 'bad', make: () => PathCase];

const root = issueOdd({ name: 'Gốc THỬ NGHIỆM', authority: true });
const authority = (order: OddOrder = {}, issuer: Party = root) => issueOdd({ authority: true, ...order }, issuer);
const below = (issuer: Party, order: OddOrder = {}): PathCase => ({ leaf: issueOdd(order, issuer), others: [issuer] });
const uri = (text: string) => der(0x86, new TextEncoder().encode(text));
const host = (text: string) => der(0x82, new TextEncoder().encode(text));
const constraints = (kind: 'permitted' | 'excluded', ...names: Uint8Array[]) => {
  const trees = der(kind === 'permitted' ? 0xa0 : 0xa1, concat(...names.map((name) => sequence(name))));
  return extension(extensionOid.nameConstraints, sequence(trees), true);
};
const alternative = (...names: Uint8Array[]) => extension(extensionOid.subjectAltName, sequence(...names));
const under = (constraint: Uint8Array, ...names: Uint8Array[]) =>
  below(authority({ extensions: [constraint] }), { extensions: [alternative(...names)] });
const permitted = (base: string, name: string) => under(constraints('permitted', uri(base)), uri(name));
const excluded = (base: string, name: string) => under(constraints('excluded', uri(base)), uri(name));

const names: readonly Row[] = [
  ['a URI on the permitted host', 'good', () => permitted('so.example', 'https://so.example:8443/a')],
  ['a URI on a host below the permitted one', 'bad', () => permitted('so.example', 'https://x.so.example/')],
  ['a URI below the permitted domain', 'good', () => permitted('.so.example', 'https://x.so.example/')],
  ['a URI on the permitted domain itself', 'bad', () => permitted('.so.example', 'https://so.example/')],
  ['a URI whose user part looks like the host', 'bad', () => permitted('so.example', 'https://so.example@x.example/')],
  ['a URI without a host', 'bad', () => permitted('so.example', 'urn:so.example')],
  ['a URI with an address for a host', 'bad', () => permitted('so.example', 'http://192.0.2.1/')],
  ['a URI on an excluded host', 'bad', () => excluded('so.example', 'https://SO.example/')],
  ['a URI on another host than the excluded one', 'good', () => excluded('so.example', 'https://x.example/')],
  [
    'a name of a kind nobody compares, constrained',
    'bad',
    () => under(constraints('permitted', der(0x88, Uint8Array.of(0x2a, 3))), der(0x88, Uint8Array.of(0x2a, 3))),
  ],
  [
    'a host below a permitted domain written with a leading dot',
    'good',
    () => under(constraints('permitted', host('.so.example')), host('a.so.example')),
  ],
  ['that domain itself', 'bad', () => under(constraints('permitted', host('.so.example')), host('so.example'))],
  [
    'a star over an excluded host',
    'bad',
    () => under(constraints('excluded', host('a.so.example')), host('*.so.example')),
  ],
  [
    'an address mask that is none',
    'bad',
    () =>
      under(
        constraints('permitted', der(0x87, Uint8Array.of(10, 0, 0, 0, 0, 255, 0, 0))),
        der(0x87, Uint8Array.of(10, 0, 0, 1)),
      ),
  ],
  [
    'names and constraints by the thousand',
    'bad',
    () => {
      const many = Array.from({ length: 1500 }, (_, i) => uri(`so${i}.example`));
      const used = Array.from({ length: 1500 }, (_, i) => uri(`https://so${i}.example/`));
      return under(constraints('permitted', ...many), ...used);
    },
  ],
];

const p1 = '2.999.1';
const p2 = '2.999.2';
const withPolicies = (above: Uint8Array[], leaf: Uint8Array[], rules: Partial<PathInput>): PathCase => ({
  ...below(authority({ extensions: above }), { extensions: leaf }),
  rules,
});
const explicit = { requireExplicitPolicy: true };

const policyRows: readonly Row[] = [
  ['the same policy all along, required', 'good', () => withPolicies([policies(p1)], [policies(p1)], explicit)],
  ['no policy, none required', 'good', () => withPolicies([], [], {})],
  ['no policy, one required', 'bad', () => withPolicies([], [], explicit)],
  [
    'another policy than the acceptable one, none required',
    'good',
    () => withPolicies([policies(p1)], [policies(p1)], { acceptablePolicies: [p2], requireExplicitPolicy: false }),
  ],
  [
    'another policy than the acceptable one, required',
    'bad',
    () => withPolicies([policies(p1)], [policies(p1)], { acceptablePolicies: [p2] }),
  ],
  ['any policy above', 'good', () => withPolicies([policies(anyPolicy)], [policies(p1)], { acceptablePolicies: [p1] })],
  [
    'any policy above, not allowed from the start',
    'bad',
    () => withPolicies([policies(anyPolicy)], [policies(p1)], { ...explicit, inhibitAnyPolicy: true }),
  ],
  [
    'a policy mapped to the one of the leaf',
    'good',
    () => withPolicies([policies(p1), mapped([p1, p2])], [policies(p2)], { acceptablePolicies: [p1] }),
  ],
  [
    'the same, with mapping forbidden from the start',
    'bad',
    () => withPolicies([policies(p1), mapped([p1, p2])], [policies(p2)], { ...explicit, inhibitPolicyMapping: true }),
  ],
  [
    'a mapping from any policy',
    'bad',
    () => withPolicies([policies(anyPolicy), mapped([anyPolicy, p2])], [policies(p2)], {}),
  ],
  ['one policy twice', 'bad', () => withPolicies([policies(p1)], [policies(p1, p1)], {})],
  [
    'policies mapped onto each other in every authority of a long path',
    'good',
    () => {
      const all = Array.from({ length: 40 }, (_, i) => `2.999.3.${i}`);
      const everyOnEvery = all.flatMap((from) => all.slice(0, 20).map((to) => [from, to] as const));
      const others: Party[] = [];
      for (let i = 0; i < 8; i++) {
        others.push(authority({ extensions: [policies(...all), mapped(...everyOnEvery)] }, others.at(-1)));
      }
      const leaf = issueOdd({ extensions: [policies(...all)] }, others.at(-1));
      return { leaf, others, rules: { acceptablePolicies: ['2.999.3.7'] } };
    },
  ],
];

const searching: readonly Row[] = [
  ['a certificate of version 1 at the end', 'good', () => below(authority(), { version: 1 })],
  ['a certificate of version 1 inside', 'bad', () => below(issueOdd({ name: 'v1', version: 1 }, root))],
  ['a negative serial number', 'good', () => below(authority(), { serial: '-1' })],
  [
    'an authority whose name is written in another case',
    'good',
    () => {
      const issuer = authority({ name: 'Nơi cấp  THỬ NGHIỆM' });
      const leaf = issueOdd({}, { ...issuer, name: nameOf(' NƠI CẤP thử nghiệm') });
      return { leaf, others: [issuer] };
    },
  ],
  [
    'two authorities of one name, the other’s key first',
    'good',
    () => {
      const other = authority({ name: 'Trùng tên' });
      const own = authority({ sameNameAs: other });
      return { leaf: issueOdd({}, own), others: [other, own] };
    },
  ],
  [
    'a crossed certificate that expired beside one that did not',
    'good',
    () => {
      const key = generateKey('p-256');
      const expired = authority({ name: 'Chéo', key, notAfter: at - 1000 });
      const current = authority({ sameNameAs: expired, key }, authority({ name: 'Trên' }));
      const middle = authority({ name: 'Trên nữa' });
      const good = authority({ sameNameAs: expired, key }, middle);
      return { leaf: issueOdd({}, good), others: [expired, current, middle, good] };
    },
  ],
  [
    'a key rolled over: new with old',
    'good',
    () => {
      const old = authority({ name: 'Đổi khoá' });
      const rolled = authority({ sameNameAs: old }, old);
      return { leaf: issueOdd({}, rolled), others: [old, rolled] };
    },
  ],
  [
    'authorities that certify each other in a circle and lead nowhere',
    'bad',
    () => {
      const [first, second] = [generateKey('p-256'), generateKey('p-256')];
      const a = { name: nameOf('Vòng A'), key: first };
      const b = { name: nameOf('Vòng B'), key: second };
      const party = (one: typeof a): Party => ({ ...one, certificate: root.certificate, serial: '1' });
      const aByB = issueOdd({ sameNameAs: party(a), key: first, authority: true }, party(b));
      const bByA = issueOdd({ sameNameAs: party(b), key: second, authority: true }, party(a));
      return { leaf: issueOdd({}, aByB), others: [aByB, bByA] };
    },
  ],
  [
    'twelve authorities that all certify each other, one of them known to the root',
    'good',
    () => {
      const parties = Array.from({ length: 12 }, (_, i) => authority({ name: `Lưới ${i}` }));
      const crossed = parties.flatMap((one) =>
        parties
          .filter((other) => other !== one)
          .map((other) => issueOdd({ sameNameAs: one, key: one.key, authority: true }, other)),
      );
      const [known, ...rest] = parties;
      assert.ok(known);
      return { leaf: issueOdd({}, rest[0]), others: [...crossed, known] };
    },
  ],
  [
    'a root that is no authority',
    'bad',
    () => {
      const key = generateKey('p-256');
      const anchor = issueOdd({ name: 'Không phải nơi cấp', key });
      return { leaf: issueOdd({}, anchor), rules: { anchors: [anchor.certificate] } };
    },
  ],
  [
    'a root of version 1',
    'good',
    () => {
      const anchor = issueOdd({ name: 'Gốc cũ', version: 1 });
      return { leaf: issueOdd({}, anchor), rules: { anchors: [anchor.certificate] } };
    },
  ],
  [
    'an authority without a name',
    'bad',
    () => {
      const empty = { name: sequence(), key: generateKey('p-256'), certificate: root.certificate, serial: '1' };
      const nameless = authority({ sameNameAs: empty, key: empty.key });
      return { leaf: issueOdd({}, nameless), others: [nameless] };
    },
  ],
  [
    'a critical key identifier',
    'bad',
    () => below(authority(), { extensions: [extension(extensionOid.subjectKeyIdentifier, der(0x04), true)] }),
  ],
  ['a leaf signed with another key', 'bad', () => below({ ...authority(), key: generateKey('p-256') })],
];

const chapters: readonly (readonly [string, readonly Row[]])[] = [
  ['names are constrained', names],
  ['policies are asked for', policyRows],
  ['the path is searched', searching],
];

for (const [chapter, rows] of chapters) {
  describe(`when ${chapter}`, () => {
    for (const [name, expected, make] of rows) {
      it(`${name} is ${expected}`, async () => {
        const { leaf, others = [], rules = {} } = make();
        const started = performance.now();
        const report = await validatePath({
          ...{ leaf: leaf.certificate, intermediates: others.map(({ certificate }) => certificate) },
          ...{ anchors: [root.certificate], at, crypto: nodeCrypto, purpose: 'any', revocation: 'ignored', ...rules },
        });
        const judged = report.indication === 'passed' ? 'good' : 'bad';
        assert.equal(judged, expected, report.findings.map(({ detail }) => detail).join('; '));
        assert.ok(performance.now() - started < 2000);
      });
    }
  });
}

describe('when more paths exist than anyone looks at', () => {
  it('the search ends at its bound and says so', async () => {
    const parties = Array.from({ length: 8 }, (_, i) => issueOdd({ name: `Ngõ cụt ${i}`, authority: true }));
    const dead = issueOdd({ name: 'Hết hạn', authority: true, notAfter: at - 1000 }, root);
    const crossed = parties.flatMap((one) =>
      [...parties.filter((other) => other !== one), dead].map((other) =>
        issueOdd({ sameNameAs: one, key: one.key, authority: true }, other),
      ),
    );
    const [leaf, ...others] = [issueOdd({}, parties[0]), ...crossed, dead].map(({ certificate }) => certificate);
    assert.ok(leaf);
    const input = { leaf, intermediates: others, anchors: [root.certificate], at, crypto: nodeCrypto };
    const report = await validatePath({ ...input, purpose: 'any', revocation: 'ignored' });
    assert.ok(report.findings.some(({ about }) => about?.code === 'search-ended-early'));
    assert.ok(report.path.length <= pathSearchLimits.longestPath);
  });
});
