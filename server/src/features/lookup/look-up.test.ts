import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html } from '@hocba/verify/html';
import { createCodeLimit } from './code-limit.ts';
import { createFileTickets } from './file-ticket.ts';
import { answersByYear } from './look-up.ts';
import type { PublishedRecord } from './published.store.ts';

const row = (schoolYear: string, version: number, state: PublishedRecord['state']): PublishedRecord => ({
  recordId: 'a'.repeat(32),
  schoolYear,
  version,
  schoolId: '92000902',
  codeHash: '',
  schoolName: '',
  grade: 3,
  className: '3A',
  studentName: 'Trần Minh Thư',
  birthDate: '2015',
  yearResult: null,
  state,
  effectiveDate: null,
  xmlDigest: '',
  pdfDigest: '',
  sender: '',
  publishedAt: new Date(0),
});
const shown = (...rows: PublishedRecord[]) =>
  answersByYear(rows).map(({ view, earlier }) => [view.schoolYear, view.version, view.state, earlier.length]);

describe('versions under one code', () => {
  it('the standing one counts, the replaced one is told', () => {
    assert.deepEqual(shown(row('2025-2026', 2, 'received'), row('2025-2026', 1, 'replaced')), [
      ['2025-2026', 2, 'received', 1],
    ]);
  });
  it('a withdrawn one is shown as such while nothing took its place', () => {
    assert.deepEqual(shown(row('2025-2026', 1, 'withdrawn')), [['2025-2026', 1, 'withdrawn', 0]]);
  });
  it('a recalled one counts until its replacement comes', () => {
    assert.deepEqual(shown(row('2025-2026', 1, 'recalled')), [['2025-2026', 1, 'recalled', 0]]);
  });
  it('each school year has its own answer', () => {
    assert.deepEqual(
      shown(row('2025-2026', 1, 'received'), row('2024-2025', 1, 'locked')).map(([year]) => year),
      ['2025-2026', '2024-2025'],
    );
  });
});

it('a code is answered so many times, then not until the time is over', () => {
  const limit = createCodeLimit({ times: 2, inMs: 1000 });
  assert.deepEqual(
    [0, 1, 2, 1000].map((at) => limit.allow('code', at)),
    [true, true, false, true],
  );
  assert.ok(limit.allow('other', 2));
});

it('a ticket opens its own file, for ten minutes, and cannot be made up', () => {
  const tickets = createFileTickets('00'.repeat(32));
  const ticket = tickets.issue('file', 0);
  assert.ok(tickets.accepts('file', ticket, 599_999));
  assert.ok(!tickets.accepts('file', ticket, 600_000));
  assert.ok(!tickets.accepts('other', ticket, 0));
  assert.ok(!tickets.accepts('file', ticket.replace(/^\d+/, '9999999999999'), 0));
  assert.ok(!createFileTickets('11'.repeat(32)).accepts('file', ticket, 0));
  assert.ok(!tickets.accepts('file', '', 0));
});

it('what is put into a page is text', () => {
  assert.equal(html`<b>${'<script>"&\''}</b>${null}${html`<i>`}`.markup, '<b>&lt;script&gt;&quot;&amp;&#39;</b><i>');
});
