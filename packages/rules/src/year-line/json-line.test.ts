import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inexactNumber, parseJsonLine, repeatedNames, tenthsOf } from './json-line.ts';

describe('numbers of a JSON line', () => {
  it('with one decimal at most give back their very tenths', () => {
    for (let tenths = -1000; tenths <= 1000; tenths += 1) {
      const text = `${tenths < 0 ? '-' : ''}${Math.floor(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}`;
      const value = parseJsonLine(`[${text}]`);
      assert(Array.isArray(value) && typeof value[0] === 'number');
      assert.equal(tenthsOf(value[0]) + 0, tenths + 0);
    }
  });

  it('with more decimals, or an exponent, keep their text', () => {
    for (const token of ['7.95', '7.949999999999999999', '8.00', '1e1', '1E+2', '2.5e1', '-0.25', '1e400'])
      for (const text of [token, `[${token}]`, `{"a":${token}}`, `[ ${token} ,1]`]) {
        const value = parseJsonLine(text);
        const found = JSON.stringify(value);
        assert(found.includes(`{"$number":"${token}"}`), `${text}: ${found}`);
      }
    assert.equal(inexactNumber(parseJsonLine('7.9000000000000001')), '7.9000000000000001');
  });

  it('inside strings stay what they are', () => {
    assert.deepEqual(parseJsonLine('{"a":"7.95 \\" 8.25","b":"1e5:"}'), { a: '7.95 " 8.25', b: '1e5:' });
  });

  it('are refused where JSON refuses them', () => {
    for (const text of ['01.25', '1.', '.75', '+1.25', '1.25.1', '-', '7,95', 'NaN', '{"a":1.255 2}', '"1.25', '[1.25'])
      assert.throws(() => parseJsonLine(text), SyntaxError, text);
  });
});

describe('a JSON line', () => {
  it('is otherwise read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (!/\d[.eE]/.test(text)) assert.deepEqual(parseJsonLine(text), JSON.parse(text));
        else parseJsonLine(text);
      }),
    );
  });

  it('tells the names that stand twice in one object, however they are escaped', () => {
    assert.deepEqual(repeatedNames('{"a":1,"b":{"a":2,"c":[{"a":1},{"a":2}]},"\\u0061":3}'), ['a']);
    assert.deepEqual(repeatedNames('{"b":{"c":[1,{"a":1,"a":2}]}}'), ['b.c[1].a']);
    assert.deepEqual(repeatedNames('{"a":{"x":":","y":1},"b":{"x":1}}'), []);
  });
});
