import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type PdfDictionary, readFields, readPdf } from '../../pdf/index.ts';
import { latin1Bytes } from '../../pdf/text-bytes.ts';
import { ValueReader } from '../../pdf/value-reader.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { principal, sample, signSample } from '../samples/signed-samples.ts';
import { signedFields } from '../signature-value.ts';
import { changeRules } from './field-locks.ts';

const file = readPdf(await signSample(sample('tagged'), principal), nodePdfTools);
const [signed] = signedFields(file, readFields(file));

function dictionary(text: string): PdfDictionary {
  const value = new ValueReader(latin1Bytes(text)).value();
  if (value.kind !== 'dictionary') throw new Error('dictionary expected');
  return value;
}

function rulesOf(transform: string, lock = '<< >>') {
  assert.ok(signed);
  const reference = `<< /TransformMethod /FieldMDP /TransformParams << ${transform} >> >>`;
  const field = { ...signed.field, dictionary: dictionary(`<< /Lock ${lock} >>`) };
  return changeRules(file, [{ ...signed, field, dictionary: dictionary(`<< /Reference [${reference}] >>`) }]);
}

it('a signature locks the fields it names and those below them, or all but these, or all', () => {
  const lockedBy = (transform: string) => {
    const { isLocked } = rulesOf(transform, '<< /Action /Include /Fields [] >>');
    return ['Diem', 'Diem.1', 'Diem2'].map(isLocked);
  };
  assert.deepEqual(lockedBy('/Action /Include /Fields [(Diem)]'), [true, true, false]);
  assert.deepEqual(lockedBy('/Action /Exclude /Fields [(Diem)]'), [false, false, true]);
  assert.deepEqual(lockedBy('/Action /All'), [true, true, true]);
});

it('the lock of a field narrows what may be done as a certification would, without being one', () => {
  const { docMdp, certified } = rulesOf('/Action /All', '<< /Action /All /P 1 >>');
  assert.deepEqual([docMdp, certified], [1, false]);
});
