import { parentPort, workerData } from 'node:worker_threads';
import { prepareTrust, type VerificationReport, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools, readTrustDirectory } from '@hocba/verify/node';
import { readFileBytes } from '../crew/read-file-bytes.ts';
import { unreadableReport } from './unreadable-report.ts';

interface WorkerData {
  readonly trust: string;
  readonly at: number;
}

const { trust: directory, at }: WorkerData = workerData;
const trust = prepareTrust(readTrustDirectory(directory), nodeVerifyTools.crypto);

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await verifyFile(file));
});

async function verifyFile(file: string): Promise<VerificationReport> {
  const bytes = await readFileBytes(file);
  if (typeof bytes === 'string') return unreadableReport(bytes, at);
  return verifyRecordFile(bytes, trust, { ...nodeVerifyTools, at });
}
