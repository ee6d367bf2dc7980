import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { OpenActHolder } from './open-act.ts';
import { SigningRequests } from './signing-requests.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
const named = (text: string) => digest(text).toString('base64');

/** The XML list of an act signed with its PIN; what is asked next. */
function opened() {
  const requests = new SigningRequests();
  const openAct = new OpenActHolder();
  const ask = (documents: readonly [text: string, follows?: string][], changes: { act?: string } = {}) =>
    requests.add({
      ...{ fingerprint: 'f', description: 'Đóng dấu', act: 'act-1', ...changes },
      documents: documents.map(([text, follows]) => ({ digest: digest(text), label: text, follows })),
    });
  openAct.signed(ask([['xml 1'], ['xml 2']]), '1234');
  return { openAct, ask };
}

describe('an act with a second list', () => {
  test('gives its PIN for documents that follow approved ones', () => {
    const { openAct, ask } = opened();
    assert.equal(openAct.pinToFollow(ask([['pdf 1', named('xml 1')]])), '1234');
  });

  test('gives it once for each approved document, even before the first list is signed', () => {
    const { openAct, ask } = opened();
    assert.equal(openAct.pinToFollow(ask([['pdf 1', named('xml 1')]])), '1234');
    assert.equal(openAct.pinToFollow(ask([['another', named('xml 1')]])), undefined);
    assert.equal(openAct.pinToFollow(ask([['pdf 2', named('xml 2')]])), '1234');
  });

  test('gives it to no list with a document that follows nothing, another act, or one followed twice in it', () => {
    const { openAct, ask } = opened();
    assert.equal(openAct.pinToFollow(ask([['pdf 1', named('xml 1')], ['more']])), undefined);
    assert.equal(openAct.pinToFollow(ask([['pdf 1', named('xml 3')]])), undefined);
    assert.equal(openAct.pinToFollow(ask([['pdf 1', named('xml 1')]], { act: 'act-2' })), undefined);
    const twice = ask([
      ['pdf 1', named('xml 1')],
      ['pdf 2', named('xml 1')],
    ]);
    assert.equal(openAct.pinToFollow(twice), undefined);
  });

  test('forgets it when everything was followed', () => {
    const { openAct, ask } = opened();
    const second = ask([
      ['pdf 1', named('xml 1')],
      ['pdf 2', named('xml 2')],
    ]);
    assert.equal(openAct.pinToFollow(second), '1234');
    openAct.signed(second, '1234');
    assert.equal(openAct.holds('act-1'), false);
  });
});
