import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { parseSignedData } from '../cms/parse-signed-data.ts';
import { SignatureError } from '../errors.ts';
import { parseCrl } from '../revocation/crl.ts';
import { parseOcspResponse } from '../revocation/ocsp-response.ts';
import { parseTimestampToken } from '../timestamp/timestamp-token.ts';
import { readDer } from './reader.ts';
import { readBoolean, readIntegerHex, readOid, readTime, toHex } from './simple-values.ts';
import {
  bitPositions,
  fromHex,
  generalizedTime,
  integerFromHex,
  objectIdentifier,
  sequence,
  setOf,
  time,
} from './writer.ts';

const malformed = { code: 'der-malformed' };

const refused: readonly (readonly [string, string])[] = [
  ['an indefinite length', '30800000'],
  ['a length longer than needed', '04810100'],
  ['a length with a leading zero', '0482000100'],
  ['a length beyond the end', '040501'],
  ['a length of eight bytes', '0488000000000000000100'],
  ['a tag above 30', '1f810000'],
  ['bytes behind the end', '050000'],
  ['nothing', ''],
];
for (const [what, hex] of refused) {
  test(`${what} is refused`, () => assert.throws(() => readDer(fromHex(hex)), malformed));
}

test('values that BER would take in two forms have one', () => {
  assert.throws(() => readBoolean(readDer(fromHex('010101'))), malformed);
  assert.throws(() => readIntegerHex(readDer(fromHex('02020001'))), malformed);
  assert.throws(() => readIntegerHex(readDer(fromHex('0201ff'))), malformed, 'negative');
  assert.throws(() => readOid(readDer(fromHex('06032a8001'))), malformed);
  assert.throws(() => readTime(readDer(time(0).slice(0, -1))), malformed);
  for (const text of ['20260231000000Z', '20260101000000+0700', '2026010100Z', '20260101000000.50Z']) {
    const bytes = Uint8Array.of(0x18, text.length, ...new TextEncoder().encode(text));
    assert.throws(() => readTime(readDer(bytes), true), malformed, text);
  }
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 160n }),
      fc.integer({ min: 0, max: 4_102_444_800 }),
      (number, seconds) => {
        assert.equal(BigInt(`0x${readIntegerHex(readDer(integerFromHex(number.toString(16))))}`), number);
        assert.equal(readTime(readDer(time(seconds * 1000))), seconds * 1000);
        const withMillis = seconds * 1000 + (seconds % 1000);
        assert.equal(readTime(readDer(generalizedTime(withMillis, 'milliseconds')), true), withMillis);
      },
    ),
  );
  assert.equal(readOid(readDer(objectIdentifier('1.2.840.113549.1.1.11'))), '1.2.840.113549.1.1.11');
  assert.equal(toHex(bitPositions([0, 1])), '030206c0');
  assert.equal(toHex(setOf(['0500', '0101ff', '020101'].map(fromHex))), '31080101ff0201010500', 'ascending');
});

test('no bytes make a reader do anything but read or refuse', () => {
  const parsers = [parseCertificate, parseCrl, parseOcspResponse, parseSignedData, parseTimestampToken];
  const bytes = fc.uint8Array({ maxLength: 300 });
  const nested = bytes.map((inner) => sequence(sequence(inner), inner));
  fc.assert(
    fc.property(fc.oneof(bytes, nested), (input) => {
      for (const parse of parsers) {
        try {
          parse(input);
        } catch (error) {
          assert.ok(error instanceof SignatureError);
        }
      }
    }),
    { numRuns: 500 },
  );
});
