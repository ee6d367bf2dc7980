import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestInstall, testInstall } from '../../../testing/test-school.ts';
import { migrate } from './migrate.ts';

let install: TestInstall;
before(async () => {
  install = await testInstall();
});
after(() => install?.end());

test('a database serves the install it was made for and no other', async () => {
  const { ownerUrl, appUrl } = install.temporary;
  await migrate({ ownerUrl, appUrl, install: 'school', organisationId: 'test' });
  const asProvince = migrate({ ownerUrl, appUrl, install: 'province', organisationId: 'test' });
  await assert.rejects(asProvince, /belongs to the install school of test/);
  await assert.rejects(migrate({ ownerUrl, appUrl, install: 'school', organisationId: 'other' }), /belongs to/);
});

test('a table named install elsewhere on the search path widens nobody’s view', async () => {
  const [definition] = await install.rows<{ text: string }>(
    "select pg_get_functiondef('may_see_school'::regproc) as text",
  );
  assert.match(definition?.text ?? '', /from public\.install/);
});

test('every table with a school has row-level security, forced', async () => {
  const open = await install.rows(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  );
  assert.deepEqual(
    open.map((row) => (row as { relname: string }).relname),
    ['login', 'outbox_message', 'pending_work'],
  );
});
