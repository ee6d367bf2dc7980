import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { signatureId } from '@hocba/record';
import { open } from '../../scripts/demo/fill-school.ts';
import { fillPreparedSchool, type PreparedSchool, walkPreparedSchool } from '../../scripts/demo/prepared-school.ts';
import { openRegistries } from '../../scripts/demo/registry-office.ts';
import { secondarySamples } from '../../scripts/demo/secondary-samples.ts';
import { judgeByPdfsig, judgeByQpdf, textByPdftotext } from '../judges/pdf-judges.ts';
import { judgeByXmlsec1 } from '../judges/xml-judges.ts';
import { complaints, fetchIssued, trustOf, verify } from './world/issued-files.ts';
import { type StoryWorld, startStoryWorld } from './world/story-world.ts';

const directory = mkdtempSync(join(tmpdir(), 'hocba-secondary-'));
let world: StoryWorld;

before(async () => {
  world = await startStoryWorld({ purpose: 'secondary' });
  await openRegistries(world);
});
after(async () => {
  rmSync(directory, { recursive: true, force: true });
  await world?.end();
});

for (const school of secondarySamples()) {
  describe(`a record of ${school.schoolName}, computed by the school’s own software`, () => {
    test('is signed by everyone, sealed, handed in, received and locked', async () => {
      await fillPreparedSchool(world, school);
      await walkPreparedSchool(world, school);
      const [sheet] = await sheetsOf(school);
      assert.equal(sheet?.state, 'locked');
      const held = await world
        .look('province')
        .rows('select state from registry_record where school_id = $1', [school.schoolId]);
      assert.deepEqual(held, [{ state: 'locked' }]);
    });

    test('carries fifteen signatures that we, xmlsec1, pdfsig and qpdf accept', async () => {
      const [sheet] = await sheetsOf(school);
      const clerk = await open(world, school.people.academicClerk);
      const trust = await trustOf(world, school.schoolId);
      const file = join(directory, 'hoc-ba.xml');
      const [xml, pdf] = await Promise.all(
        (['xml', 'pdf'] as const).map((kind) => fetchIssued(clerk, sheet?.yearSheetId ?? '', kind)),
      );
      assert.ok(xml && pdf);
      for (const bytes of [xml, pdf]) {
        const report = await verify(bytes, trust);
        assert.deepEqual(complaints(report), [], JSON.stringify(report.checks.map(({ technical }) => technical)));
        assert.equal(report.outcome, 'valid', report.sentence);
        assert.equal(report.signatures.filter(({ slot }) => slot !== 'pdfSeal').length, 15);
      }
      writeFileSync(file, xml);
      const ids = school.sheets[0]?.signatories.map(({ slot }) => signatureId(slot)) ?? [];
      const { root, issuing } = await world.certificates.trust();
      const verdicts = judgeByXmlsec1(file, ids, [root, issuing]);
      assert.deepEqual(
        verdicts.filter(({ valid }) => !valid),
        [],
      );
      assert.equal(verdicts.length, 15);
      assert.ok(judgeByQpdf(pdf).clean);
      assert.deepEqual(
        judgeByPdfsig(pdf).map(({ valid, wholeFile }) => ({ valid, wholeFile })),
        [{ valid: true, wholeFile: true }],
      );
      assert.match(textByPdftotext(pdf), /HỌC BẠ/);
    });

    test('is found on the portal by its look-up code, in force', async () => {
      const answer = await fetch(`${world.urls.portal}/h/${school.sheets[0]?.lookupCode}`);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /Học bạ đã chốt, đang có hiệu lực/);
    });
  });
}

function sheetsOf({ schoolId }: PreparedSchool) {
  return world
    .look('school')
    .rows<{ yearSheetId: string; state: string }>(
      'select year_sheet_id as "yearSheetId", state from year_sheet where school_id = $1',
      [schoolId],
    );
}
