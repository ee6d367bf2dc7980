import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { fillSchool, open } from '../../scripts/demo/fill-school.ts';
import type { HttpClient } from '../../scripts/demo/http-client.ts';
import { carryOverClass, signClass } from '../../scripts/demo/walk-class.ts';
import { buildReferenceSchool, type SchoolPeople, writeWorkbook } from '../../simulators/sector-database/index.ts';
import { onlyClasses } from './world/cut-school.ts';
import { type Route, routesOf } from './world/routes-of-install.ts';
import { fillSmallSchool, homeroomTeacher, type SmallSchool } from './world/small-school.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

/** Classes the second school has none of. */
const CLASSES = ['4A', '4B'];
let world: StoryWorld;
let first: { schoolId: string; schoolYear: string; schoolName: string; people: SchoolPeople };
let second: SmallSchool;
/** Of the first school: what a curious person of the second may have got hold of. */
let known: Readonly<Record<string, string>>;
let bodies: Readonly<Record<string, object>>;
/** Names and numbers that no answer to the second school may contain. */
let secrets: readonly string[];
let untouched: string;

before(async () => {
  world = await startStoryWorld({ purpose: 'tenants', without: ['province', 'ministry', 'portal'] });
  const reference = buildReferenceSchool(1);
  const data = onlyClasses(reference.june, CLASSES);
  first = { ...data.school, schoolName: data.school.name, people: reference.facts };
  await fillSchool(world, { ...first, workbook: await writeWorkbook(data), classes: CLASSES }, () => undefined);
  await carryOverClass(world, { ...first, classId: '4A' });
  await signClass(world, { ...first, classId: '4A' }, () => undefined);
  second = await fillSmallSchool(world, { carriedOver: true });
  known = await whatIsKnown();
  bodies = await bodiesWith(known);
  secrets = await secretsOf(first.schoolId);
  untouched = await fingerprint();
});
after(() => world?.end());

test('every route of the school install is asked, by everyone of the second school, for things of the first', async (t) => {
  const routes = routesOf('school').filter(({ path }) => !path.startsWith('/api/session') && path !== '/api/exchange');
  assert.ok(routes.length >= 25, `only ${routes.length} routes found`);
  for (const person of curious()) {
    const client = await open(world, person);
    for (const route of routes) await assertNothingTold(client, route);
  }
  t.diagnostic(`${routes.length} routes × ${curious().length} people`);
});

test('nothing of the first school was changed by all that', async () => {
  assert.equal(await fingerprint(), untouched);
});

test('no table but those named is without forced row-level security', async () => {
  const open = await world.look('school').rows<{ name: string }>(
    `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by 1`,
  );
  const withoutPersonalData = [
    'birth_date_attempt',
    'inbox_counter',
    'inbox_message',
    'install',
    'kysely_migration',
    'kysely_migration_lock',
    'login',
    'outbox_counter',
    'outbox_message',
    'pending_work',
    'session',
  ];
  assert.deepEqual(
    open.map(({ name }) => name),
    withoutPersonalData,
  );
});

const settings: readonly (readonly [string, () => readonly (readonly [string, string])[]])[] = [
  ['with no setting', () => []],
  ['with the second school’s setting', () => [['app.school_id', second.schoolId]]],
  ['asking for the whole install, which a school install has not', () => [['app.scope', 'install']]],
];

for (const [how, given] of settings) {
  test(`the application’s role ${how} sees and changes no row of the first school in any table`, async () => {
    const tables = await tenantTables();
    assert.ok(tables.length >= 17, `only ${tables.join(', ')}`);
    await asApplication(given(), async (client) => {
      for (const table of tables) {
        const { rows } = await client.query(`select count(*)::int as seen from ${table} where school_id = $1`, [
          first.schoolId,
        ]);
        assert.equal(rows[0].seen, 0, `${table} shows rows`);
        assert.equal(
          await changed(client, `update ${table} set school_id = school_id where school_id = '${first.schoolId}'`),
          0,
          table,
        );
        assert.equal(await changed(client, `delete from ${table} where school_id = '${first.schoolId}'`), 0, table);
      }
    });
  });
}

test('without a setting the application’s role sees no row of anybody', async () => {
  await asApplication([], async (client) => {
    for (const table of await tenantTables()) {
      const { rows } = await client.query(`select count(*)::int as seen from ${table}`);
      assert.equal(rows[0].seen, 0, `${table} shows rows`);
    }
  });
});

test('the second school cannot write a row into the first', async () => {
  await asApplication([['app.school_id', second.schoolId]], async (client) => {
    for (const table of ['student', 'year_sheet', 'signature', 'issued_record', 'signing_credential', 'audit_log']) {
      const [row] = await world
        .look('school')
        .rows<{ row: object }>(`select to_jsonb(one) as row from ${table} one where school_id = $1 limit 1`, [
          first.schoolId,
        ]);
      const forged = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;
      await refused(client, forged, [JSON.stringify(row?.row)], /row-level security|cannot insert a non-DEFAULT/);
      await refused(client, `alter table ${table} disable row level security`, [], /must be owner/);
    }
    const audit = `insert into audit_log (school_id, at, actor, action, subject_kind, subject_id) values ($1, now(), '', '', '', '')`;
    await refused(client, audit, [first.schoolId], /row-level security/);
  });
});

test('nobody’s application role can rewrite the audit log, not even its own school’s', async () => {
  await asApplication([['app.school_id', first.schoolId]], async (client) => {
    const { rows } = await client.query('select count(*)::int as seen from audit_log');
    assert.ok(rows[0].seen > 100);
    for (const statement of ['update audit_log set actor = actor', 'delete from audit_log', 'truncate audit_log']) {
      await refused(client, statement, [], /permission denied/);
    }
    for (const statement of [
      'update issued_record set pdf_bytes = 0',
      'delete from issued_record',
      'delete from signature',
    ]) {
      await refused(client, statement, [], /permission denied/);
    }
  });
  await assert.rejects(world.look('school').rows('delete from audit_log'), /append-only/);
});

test('the application’s role owns nothing and cannot step round the rules', async () => {
  await asApplication([], async (client) => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = current_user`,
    );
    assert.deepEqual(rows[0], {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    });
  });
});

function curious(): SchoolPeople['principal'][] {
  const { principal, vicePrincipal, academicClerk, sealClerk, administrator } = second.people;
  return [
    principal,
    vicePrincipal,
    academicClerk,
    sealClerk,
    administrator,
    homeroomTeacher(second, second.classes[0] ?? ''),
  ];
}

async function whatIsKnown(): Promise<Record<string, string>> {
  const one = async (sql: string) => {
    const [row] = await world.look('school').rows<{ found: string }>(`${sql} limit 1`, [first.schoolId]);
    if (!row) throw new Error(`nothing found by ${sql}`);
    return row.found;
  };
  return {
    schoolYear: first.schoolYear,
    classId: '4A',
    className: '4A',
    recordId: await one(
      `select record_id as found from student join enrolment using (school_id, student_id) where school_id = $1 and class_id = '4B'`,
    ),
    yearSheetId: await one('select year_sheet_id::text as found from year_sheet where school_id = $1'),
    sessionId: await one(
      `select session_id::text as found from signing_session where school_id = $1 and slot = 'organisationSeal'`,
    ),
    importId: await one('select import_id::text as found from import_run where school_id = $1'),
    accountId: await one(`select account_id::text as found from account where school_id = $1`),
    submissionId: '00000000-0000-4000-8000-000000000000',
    messageId: '00000000-0000-4000-8000-000000000000',
    schoolId: first.schoolId,
    serviceId: 'dich-vu-ky-so',
  };
}

/** Bodies that would be in order, were they sent by someone of the first school. */
async function bodiesWith(of: Readonly<Record<string, string>>): Promise<Record<string, object>> {
  const [year] = await world
    .look('school')
    .rows<{ facts: object; revision: number }>(
      'select facts, revision from pupil_year join student using (school_id, student_id) where record_id = $1',
      [of['recordId']],
    );
  return {
    'PUT /api/pupil-years/:schoolYear/:recordId': { revision: year?.revision, facts: year?.facts },
    'POST /api/pupil-years/:schoolYear/:recordId/evaluation': { facts: year?.facts },
    'PUT /api/accounts/:accountId/positions': { positions: ['sealClerk'] },
    'PUT /api/accounts/:accountId/password': { password: 'mật khẩu mới 123' },
    'POST /api/year-sheets/:yearSheetId/withdrawal': { reason: 'thử xem có được không' },
    'POST /api/signing/sessions': { slot: 'principal', yearSheetIds: [of['yearSheetId']], sealPassword: 'x' },
    'POST /api/signing/sessions/:sessionId/signatures': { signatures: ['AAAA'] },
    'POST /api/signing/sessions/:sessionId/seal': { sealPassword: world.secrets.sealPassword },
    'POST /api/submissions': {
      schoolYear: of['schoolYear'],
      classId: of['classId'],
      yearSheetIds: [of['yearSheetId']],
    },
  };
}

/** Answers that say that nothing was found to act on. */
const nothingDone = ['POST /api/submissions {"submitted":0}'];

/** Routes that name nothing of the first school and begin something of one's own. */
const ownAffairs = [
  'POST /api/imports',
  'POST /api/signing/seal',
  'POST /api/signing/remote/link',
  'POST /api/issuer-requests',
];

async function assertNothingTold(client: HttpClient, route: Route): Promise<void> {
  const name = `${route.method} ${route.path}`;
  if (ownAffairs.includes(name)) return;
  const body = bodies[name];
  const answer = await client.request(`${pathOf(route)}${queryOf(route)}`, {
    method: route.method,
    ...(route.method === 'GET'
      ? {}
      : { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  const told = secrets.filter((secret) => text.includes(secret));
  assert.deepEqual(told, [], `${name} tells ${told.slice(0, 3)}`);
  const asksForTheirs =
    /:(recordId|yearSheetId|sessionId|importId|accountId|classId)/.test(route.path) || body !== undefined;
  if (asksForTheirs && !nothingDone.includes(`${name} ${text}`))
    assert.ok([403, 404].includes(answer.status), `${name} answers ${answer.status}: ${text.slice(0, 300)}`);
}

function pathOf({ path }: Route): string {
  return path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`the story does not know a ${name} to ask for: ${path}`);
    return encodeURIComponent(value);
  });
}

function queryOf({ method }: Route): string {
  return method === 'GET' ? `?schoolYear=${first.schoolYear}&classId=4A&slot=principal` : '';
}

async function secretsOf(schoolId: string): Promise<string[]> {
  const rows = await world.look('school').rows<{ secret: string }>(
    `select record_id as secret from student where school_id = $1 union select lookup_code from student where school_id = $1
     union select student_id from student where school_id = $1 union select staff_id from staff where school_id = $1
     union select year_sheet_id::text from year_sheet where school_id = $1 union select session_id::text from signing_session where school_id = $1
     union select account_id::text from account where school_id = $1 union select import_id::text from import_run where school_id = $1
     union select name from school where school_id = $1 union select school_id from school where school_id = $1`,
    [schoolId],
  );
  return rows.map(({ secret }) => secret).filter((secret) => !asked().has(secret));
}

/** What the asker wrote in the question may come back in the answer. */
function asked(): Set<string> {
  return new Set(Object.values(known));
}

/** All of the first school's rows in one digest, its audit log with them. */
async function fingerprint(): Promise<string> {
  const parts: string[] = [];
  for (const table of await tenantTables()) {
    const [row] = await world
      .look('school')
      .rows<{ digest: string }>(
        `select md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as digest from ${table} one where school_id = $1`,
        [first.schoolId],
      );
    parts.push(`${table} ${row?.digest}`);
  }
  return parts.join('\n');
}

async function tenantTables(): Promise<string[]> {
  const rows = await world.look('school').rows<{ name: string }>(
    `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       join pg_attribute on attrelid = pg_class.oid and attname = 'school_id'
      where nspname = 'public' and relkind in ('r', 'p') and relrowsecurity order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Runs as the role the server uses, with such settings, and takes everything back. */
async function asApplication(
  given: readonly (readonly [string, string])[],
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: world.databases.school.appUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const [name, value] of given) await client.query('select set_config($1, $2, true)', [name, value]);
    await work(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

/** Rows changed; a statement the role may not even utter changes none. */
async function changed(client: Client, statement: string): Promise<number> {
  await client.query('savepoint before');
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    assert.match(String(error), /permission denied/);
    return 0;
  } finally {
    await client.query('rollback to savepoint before');
  }
}

async function refused(client: Client, statement: string, values: readonly unknown[], sentence: RegExp): Promise<void> {
  await client.query('savepoint before');
  await assert.rejects(client.query(statement, [...values]), sentence, statement);
  await client.query('rollback to savepoint before');
}
