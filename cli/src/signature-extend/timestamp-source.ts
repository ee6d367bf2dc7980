import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  buildTimestampRequest,
  DerMembers,
  parseTimestampResponse,
  parseTimestampToken,
  readDer,
  type Stamp,
  type TimestampToken,
  tag,
} from '@hocba/signature';
import { fetchBytes } from '../signature-check/fetch-bytes.ts';
import { UsageError } from '../usage-error.ts';

/** The authority gave no token, or none that answers. */
export class TimestampMissing extends Error {}

/**
 * Tokens from authorities (http, https; the next where one fails) or out of files with tokens or responses made elsewhere.
 * The network is used only for addresses given here.
 */
export function timestampSource(given: readonly string[]): Stamp | undefined {
  if (given.length === 0) return undefined;
  const urls = given.filter((one) => /^https?:\/\//.test(one));
  const tokens = given.filter((one) => !urls.includes(one)).map(readToken);
  return async (digests) => {
    const known = digests.map((digest) => tokens.find(({ info }) => isOver(info.imprint.digest, digest)));
    const missing = digests.filter((_, i) => known[i] === undefined);
    if (missing.length > 0 && urls.length === 0) throw new TimestampMissing(askFor(missing));
    const found: Uint8Array[] = [];
    for (const [i, digest] of digests.entries()) found.push(known[i]?.der ?? (await fetchToken(digest, urls)));
    return found;
  };
}

async function fetchToken(digest: Uint8Array, urls: readonly string[]): Promise<Uint8Array> {
  const failures: string[] = [];
  for (const url of urls) {
    const nonce = new Uint8Array(randomBytes(16));
    const request = { body: buildTimestampRequest(digest, nonce), type: 'application/timestamp-query' };
    const response = await fetchBytes(url, request);
    try {
      if (response !== undefined) return parseTimestampResponse(response, { digest, nonce }).der;
      failures.push(`${url}: không trả lời`);
    } catch (error) {
      failures.push(`${url}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new TimestampMissing(`Không lấy được dấu thời gian (${failures.join('; ')}). Hãy thử lại sau.`);
}

/** A token, or the response it came in. */
function readToken(path: string): TimestampToken {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const members = new DerMembers(readDer(bytes));
    if (members.takeIf(tag.sequence) === undefined) return parseTimestampToken(bytes);
    return parseTimestampToken(members.take(tag.sequence).bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--tsa “${path}” không phải địa chỉ http(s) hay tệp dấu thời gian (${why}).`);
  }
}

function isOver(imprint: Uint8Array, digest: Uint8Array): boolean {
  return Buffer.from(imprint).equals(digest);
}

function askFor(digests: readonly Uint8Array[]): string {
  const hex = digests.map((digest) => `  ${Buffer.from(digest).toString('hex')}`);
  return [
    'Còn thiếu dấu thời gian trên các giá trị băm SHA-256 sau; lấy về rồi chạy lại đúng lệnh này, thêm --tsa cho mỗi tệp:',
    ...hex,
    'Tạo yêu cầu bằng: openssl ts -query -sha256 -cert -digest GIÁ_TRỊ -out yeu-cau.tsq',
  ].join('\n');
}
