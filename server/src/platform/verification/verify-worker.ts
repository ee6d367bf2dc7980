import { parentPort } from 'node:worker_threads';
import { type PreparedTrust, prepareTrust, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import type { VerifyAnswer, VerifyTask } from './verify-task.ts';

let prepared: { key: string; trust: PreparedTrust } | undefined;

parentPort?.on('message', async (task: VerifyTask) => {
  parentPort?.postMessage(await answer(task));
});

async function answer({ bytes, trustKey, trust, ...options }: VerifyTask): Promise<VerifyAnswer> {
  try {
    if (trust) prepared = { key: trustKey, trust: prepareTrust(trust, nodeVerifyTools.crypto) };
    if (prepared?.key !== trustKey) throw new Error('the trust for this file was not given');
    return { report: await verifyRecordFile(bytes, prepared.trust, { ...nodeVerifyTools, ...options }) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
