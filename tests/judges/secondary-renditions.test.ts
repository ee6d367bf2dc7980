import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SecondaryYearSheet } from '@hocba/record';
import { readPdf } from '@hocba/signature';
import { nodePdfTools } from '@hocba/signature/node';
import { verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import { continuingSheet, lowerSecondarySheet, upperSecondarySheet } from '../../packages/record/testing/index.ts';
import { regionsOfFile } from '../../packages/signature/src/pades/region-map.ts';
import { SampleAuthority, verifyTime } from '../samples/sample-authority.ts';
import { renderRecord, sealRendition } from '../samples/seal-rendition.ts';
import { identitiesFor, signRecord } from '../samples/sign-record.ts';

const { rerender: _, ...tools } = nodeVerifyTools;
const authority = new SampleAuthority();

/** Signed by all, drawn and sealed, with what a verifier trusts; `shown` is what the pages show instead of the XML. */
async function sealed(sheet: SecondaryYearSheet, shown?: SecondaryYearSheet) {
  const identities = identitiesFor(sheet, authority);
  const seal = identities.get('organisationSeal') ?? assert.fail('no seal');
  const recordXml = signRecord({ sheet, authority, identities });
  const pdf = await renderRecord({ recordXml, ...(shown ? { shown } : {}) });
  const trust = authority.trust({ schoolId: sheet.school.schoolId, seals: [seal] });
  return { pdf: sealRendition({ pdf, seal, authority, after: 300 }), trust };
}

async function verified(sheet: SecondaryYearSheet, shown?: SecondaryYearSheet) {
  const { pdf, trust } = await sealed(sheet, shown);
  return verifyRecordFile(pdf, trust, { ...nodeVerifyTools, at: verifyTime });
}

for (const sheet of [lowerSecondarySheet, upperSecondarySheet, continuingSheet]) {
  describe(`a sealed rendition of ${sheet.schoolLevel}, every row signed`, () => {
    it('is the form drawn again from its XML, byte for byte, and fails no check', async () => {
      const { checks } = await verified(sheet);
      assert.deepEqual(
        checks.filter(({ outcome }) => outcome === 'failed'),
        [],
      );
      const match = checks.find(({ name }) => name === 'pdf-matches-xml');
      assert.equal(match?.outcome, 'passed');
      assert.match(match.details.join(' '), /trùng từng byte/);
    });

    it('that shows another result than its XML is found out, with the page', async () => {
      const shown = { ...sheet, conclusion: { ...sheet.conclusion, promotion: 'retained' as const } };
      const match = (await verified(sheet, shown)).checks.find(({ name }) => name === 'pdf-matches-xml');
      assert.equal(match?.code, 'text-differs');
      assert.match(match.sentence, /trang 4/);
    });

    it('in which a byte of a page or of the XML is changed names the place', async () => {
      const { pdf, trust } = await sealed(sheet);
      const regions = regionsOfFile(readPdf(pdf, nodePdfTools), 0);
      const hit = regions.filter(({ kind }) => kind === 'pageContent' || kind === 'attachment');
      assert.equal(new Set(hit.map(({ page }) => page)).size, 5);
      for (const { kind, page, start, end } of hit) {
        const changed = pdf.slice();
        const middle = (start + end) >> 1;
        changed[middle] = (changed[middle] ?? 0) ^ 1;
        const { parts } = await verifyRecordFile(changed, trust, { ...tools, at: verifyTime });
        const expected = page > 0 ? `pdf-${kind}-${page}` : `pdf-${kind}`;
        assert.ok(
          parts.some(({ id, intact }) => id === expected && intact === false),
          expected,
        );
      }
    });
  });
}
