import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { checkPades, completePades, preparePades } from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import { createTestAuthority, signWith, type TestIdentity } from '../simulators/certificate-authority/authority.ts';

/**
 * One PAdES signature added to a PDF of about 100 KB, beside the signature value alone, in one run and on one core.
 * `npm run bench` or `node bench/pades.ts`.
 */
const signedAt = Date.UTC(2026, 4, 29, 8, 15);
const rounds = 300;
const authority = createTestAuthority({ at: signedAt });
const pdf = pdfOfAbout(100_000);
const token = authority.timestamp(Uint8Array.of(1), signedAt);

for (const keyKind of ['rsa-2048', 'p-256'] as const) {
  const who = authority.issue({ keyKind });
  const key = await perRound(() => signWith(who.key, pdf.subarray(0, 200)));
  const whole = await perRound(() => signedPdf(who));
  const signed = signedPdf(who);
  const verify = await perRound(() => checkPades(signed, { crypto: nodeCrypto, tools: nodePdfTools }));
  console.log(
    `${keyKind}: key ${key.toFixed(3)} ms, PAdES B-T on ${pdf.length} bytes ${whole.toFixed(3)} ms, ` +
      `beyond the key ${(whole - key).toFixed(3)} ms; checked in ${verify.toFixed(3)} ms`,
  );
}
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, ${rounds} rounds, the best`);

/** Prepared, signed, completed with a token made beforehand: what the token costs is the authority's affair. */
function signedPdf(who: TestIdentity): Uint8Array {
  const { certificate, chain, key, signer } = who;
  const prepared = preparePades({
    pdf,
    tools: nodePdfTools,
    crypto: nodeCrypto,
    fieldName: 'CONDAU',
    certify: { docMdp: 2 },
    signerName: 'Trường Tiểu học Thử Nghiệm',
    signingTime: '2026-05-29T08:15:00Z',
    certificate,
    chain,
    algorithm: signer.algorithm,
    timestampBytes: token.length,
  });
  const signature = signWith(key, prepared.toBeSigned);
  return completePades(prepared, signature, token);
}

/** The tagged sample with bytes added to one of its streams' neighbours: a new revision with one large stream. */
function pdfOfAbout(size: number): Uint8Array {
  const sample = readFileSync(new URL('../packages/signature/src/pades/samples/tagged.pdf', import.meta.url));
  const text = sample.toString('latin1');
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  const objects = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[1];
  const filler = 'x'.repeat(Math.max(0, size - sample.length - 400));
  const body = `\n${objects} 0 obj\n<< /Length ${filler.length} >>\nstream\n${filler}\nendstream\nendobj\n`;
  const offset = String(sample.length + 1).padStart(10, '0');
  const table = `xref\n${objects} 1\n${offset} 00000 n \ntrailer\n<< /Size ${objects + 1} /Root ${root} /Prev ${start} >>`;
  return new Uint8Array(
    Buffer.from(`${text}${body}${table}\nstartxref\n${text.length + body.length}\n%%EOF\n`, 'latin1'),
  );
}

/** Milliseconds of the best round: other work on the machine only ever makes one longer. */
async function perRound(work: () => unknown): Promise<number> {
  for (let round = 0; round < rounds; round += 1) await work();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
