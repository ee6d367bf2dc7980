import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestAuthority } from '../../../../simulators/certificate-authority/authority.ts';
import { type DistinguishedName, parseCertificate } from '../certificate/index.ts';
import { namesItsAuthority } from './authority-name.ts';
import { parseTimestampToken, type TimestampInfo } from './timestamp-token.ts';

const ca = createTestAuthority({ at: Date.parse('2026-05-29T08:00:00Z') });
const certificate = parseCertificate(ca.tsa.certificate);
const { info } = parseTimestampToken(ca.timestamp(Uint8Array.of(1)));
const named = (name: DistinguishedName): TimestampInfo => ({ ...info, authority: { kind: 'directoryName', name } });

test('a token may leave its authority unnamed, and else must name it as its certificate does', () => {
  assert.equal(info.authority, undefined);
  assert.ok(namesItsAuthority(info, certificate));
  assert.ok(namesItsAuthority(named(certificate.subject), certificate));
  assert.ok(!namesItsAuthority(named(certificate.issuer), certificate));
  assert.ok(!namesItsAuthority({ ...info, authority: { kind: 'uri', text: 'https://tsa.example' } }, certificate));
});

test('the same name from the other end is the same name, a part of it is not', () => {
  const { subject } = certificate;
  assert.ok(namesItsAuthority(named({ ...subject, comparable: subject.comparable.toReversed() }), certificate));
  assert.ok(!namesItsAuthority(named({ ...subject, comparable: subject.comparable.slice(1) }), certificate));
});
