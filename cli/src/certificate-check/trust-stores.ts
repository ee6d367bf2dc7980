import { readFileSync, statSync } from 'node:fs';
import {
  type Certificate,
  checkTrustedList,
  parseCertificate,
  parseTrustedList,
  parseTrustStore,
  type TrustedListCheck,
  type TrustedListPointer,
  type TrustedListProblem,
  type TrustStore,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { UsageError } from '../usage-error.ts';
import { readTrustFiles } from './read-trust-files.ts';
import { vietnamTime } from './vietnam-time.ts';

export interface TrustStoreQuestion {
  /** The validation time, epoch milliseconds. */
  readonly at: number;
  /** Files with the certificates that trusted lists must be signed by; none: a list is trusted because it was named. */
  readonly listSigners: readonly string[];
}

/**
 * Those of the paths that are trust stores with history (JSON) or trusted lists (TS 119 612), by content. A list that is
 * wrongly signed, or by nobody who was named, is refused; what else should be known of one is said on standard error.
 */
export async function readTrustStores(
  paths: readonly string[],
  { at, listSigners }: TrustStoreQuestion,
): Promise<ReadonlyMap<string, TrustStore>> {
  const pinned = readTrustFiles(listSigners, 'certificates').map((der) => parseCertificate(der));
  const introduced: TrustedListPointer[] = [];
  const stores = new Map<string, TrustStore>();
  for (const path of paths) {
    const kind = storeKind(path);
    if (kind === 'store')
      stores.set(
        path,
        readable(path, () => parseTrustStore(readFileSync(path, 'utf8'))),
      );
    if (kind !== 'list') continue;
    const signers = listSigners.length > 0 ? signersOf(path, { pinned, introduced }) : undefined;
    const check = await checkedList(path, { at, ...(signers && { signers }) });
    tell(path, check, signers !== undefined);
    if (isOneOf(check.signer, pinned)) introduced.push(...check.list.pointers);
    stores.set(path, check.list.store);
  }
  return stores;
}

/** Only a list by whom the caller named brings further signers, each for the list of its own territory. */
function signersOf(
  path: string,
  { pinned, introduced }: { pinned: readonly Certificate[]; introduced: readonly TrustedListPointer[] },
): readonly Certificate[] {
  const { territory } = readable(path, () => parseTrustedList(new Uint8Array(readFileSync(path))));
  return [...pinned, ...introduced.filter((one) => one.territory === territory).flatMap(({ signers }) => signers)];
}

function isOneOf(signer: Certificate | undefined, certificates: readonly Certificate[]): boolean {
  return signer !== undefined && certificates.some(({ spki }) => Buffer.from(spki).equals(signer.spki));
}

function storeKind(path: string): 'store' | 'list' | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const start = new TextDecoder('latin1').decode(readFileSync(path).subarray(0, 256));
  const [first] = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (first === '{') return 'store';
  return first === '<' ? 'list' : undefined;
}

async function checkedList(
  path: string,
  { at, signers }: { at: number; signers?: readonly Certificate[] },
): Promise<TrustedListCheck> {
  const file = new Uint8Array(readFileSync(path));
  const question = { at, now: Date.now(), crypto: nodeCrypto, ...(signers && { signers }) };
  const check = await checkTrustedList(file, question).catch((error: unknown) => unreadable(path, error));
  const refusal = check.problems.find(
    ({ code }) => code !== 'overdue' && (code !== 'unsigned' || signers !== undefined),
  );
  if (refusal !== undefined) {
    throw new UsageError(`Không dùng danh sách tin cậy “${path}”: ${sentences[refusal.code]} (${refusal.detail}).`);
  }
  return check;
}

const sentences: Readonly<Record<TrustedListProblem['code'], string>> = {
  unsigned: 'danh sách không có chữ ký, mà --list-signer đòi phải có',
  'signature-wrong': 'chữ ký của danh sách sai, hoặc danh sách đã bị sửa sau khi ký',
  'signer-unknown': 'người ký danh sách không thuộc các chứng thư ghi ở --list-signer',
  'signer-out-of-validity': 'chứng thư của người ký không có hiệu lực vào ngày lập danh sách',
  'algorithm-too-weak': 'chữ ký của danh sách dùng thuật toán không còn đủ mạnh',
  'issued-in-the-future': 'ngày lập danh sách ở tương lai',
  overdue: 'danh sách đã quá hạn cập nhật',
};

function tell(path: string, { list, signer, problems }: TrustedListCheck, isPinned: boolean): void {
  const notes = [
    ...(list.nextUpdate !== undefined && problems.some(({ code }) => code === 'overdue')
      ? [`đã quá hạn cập nhật từ ${vietnamTime(list.nextUpdate)}; hãy lấy bản mới`]
      : []),
    ...(isPinned ? [] : [unpinned(signer)]),
  ];
  for (const note of notes) process.stderr.write(`hocba: Danh sách tin cậy “${path}” ${note}.\n`);
}

function unpinned(signer: Certificate | undefined): string {
  const hint = 'được tin vì có tên ở --trust; ghi --list-signer để đòi đúng người ký';
  if (signer === undefined) return `không có chữ ký, ${hint}`;
  const name = signer.subject.text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
  return `nguyên vẹn, do “${name}” ký, chưa biết là ai; ${hint}`;
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): never {
  throw new UsageError(`Không đọc được kho tin cậy “${path}” (${error instanceof Error ? error.message : error}).`);
}
