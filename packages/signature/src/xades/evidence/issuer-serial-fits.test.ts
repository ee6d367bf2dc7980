import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestAuthority } from '../../../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../../certificate/index.ts';
import { issuerSerialFits } from './issuer-serial-fits.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const certificate = parseCertificate(createTestAuthority({ at }).issue({ commonName: 'Nguyễn Thị Hoa' }).certificate);
const issuer = certificate.issuer.text;
const serial = BigInt(`0x${certificate.serialNumber}`).toString();
const inHex = issuer.replaceAll(/[^ -~]/gu, (letter) => {
  return [...new TextEncoder().encode(letter)].map((byte) => `\\${byte.toString(16).toUpperCase()}`).join('');
});

test('an issuer is recognised however its name is written as text', () => {
  assert.notEqual(inHex, issuer);
  for (const written of [issuer, inHex, issuer.split(',').reverse().join(' , '), issuer.normalize('NFD')]) {
    assert.equal(issuerSerialFits({ issuer: written, serial }, certificate), true, written);
  }
});

test('another name, another or no serial number does not fit', () => {
  assert.equal(issuerSerialFits({ issuer: issuer.replace('Hocba', 'Khac'), serial }, certificate), false);
  for (const other of [`-${serial}`, `${serial}0`, '', 'x']) {
    assert.equal(issuerSerialFits({ issuer, serial: other }, certificate), false, other);
  }
});

test('a negative serial number is compared as the number it is', () => {
  const negative = { ...certificate, serialNumber: '-4c0f' };
  assert.equal(issuerSerialFits({ issuer, serial: '-19471' }, negative), true);
  assert.equal(issuerSerialFits({ issuer, serial: '19471' }, negative), false);
});
