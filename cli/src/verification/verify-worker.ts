import { readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { prepareTrust, type VerificationReport, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools, readTrustDirectory } from '@hocba/verify/node';
import { unreadableReport } from './unreadable-report.ts';

interface WorkerData {
  readonly trust: string;
  readonly at: number;
}

/** More than any record; what is larger is not even read. */
const mostBytes = 64 << 20;

const { trust: directory, at }: WorkerData = workerData;
const trust = prepareTrust(readTrustDirectory(directory), nodeVerifyTools.crypto);

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await verifyFile(file));
});

async function verifyFile(file: string): Promise<VerificationReport> {
  const bytes = await readBytes(file);
  if (typeof bytes === 'string') return unreadableReport(bytes, at);
  return verifyRecordFile(bytes, trust, { ...nodeVerifyTools, at });
}

async function readBytes(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return `Tệp lớn hơn ${mostBytes >> 20} MB, không phải học bạ số.`;
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return 'Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.';
    if (code === 'EISDIR') return 'Đây là thư mục, không phải tệp.';
    return `Không mở được tệp (${code ?? String(error)}). Hãy kiểm tra quyền đọc.`;
  }
}
