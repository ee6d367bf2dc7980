import { basename } from 'node:path';
import { hocbaNamespace } from '@hocba/record';
import {
  parseXml,
  readCadesEvidence,
  readPadesEvidence,
  readXadesEvidence,
  type SignatureEvidence,
  type XmlDocument,
} from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import { recordLayout } from '@hocba/verify';
import type { CheckJob } from './check-job.ts';
import type { FileKind } from './file-kind.ts';

/** What the file says of each of its signatures. Throws SignatureError. */
export async function readSignatures(
  bytes: Uint8Array,
  kind: FileKind,
  job: CheckJob,
): Promise<readonly SignatureEvidence[]> {
  const crypto = nodeCrypto;
  const { certificates } = job.material;
  switch (kind) {
    case 'pdf':
      return readPadesEvidence(bytes, { crypto, tools: nodePdfTools, certificates });
    case 'xml': {
      const detached = (uri: string) => detachedFile(uri, job.detached);
      const document = parseXml(bytes, { foreign: true });
      return readXadesEvidence(document, { crypto, certificates, detached, ...layoutOf(document) });
    }
    case 'cms': {
      const [detached] = job.detached;
      return readCadesEvidence(bytes, { crypto, certificates, ...(detached && { detached: detached.bytes }) });
    }
    case 'timestamp':
      return [];
  }
}

/** In a record every signature and every signed part has its place: one that was moved is not what it seems. */
function layoutOf({ root }: XmlDocument) {
  return root.namespace === hocbaNamespace ? { layout: recordLayout(root.localName) } : {};
}

/** Of several files the one whose name the reference ends with; one alone is what every outside reference means. */
function detachedFile(uri: string, given: CheckJob['detached']): Uint8Array | undefined {
  const [only, ...more] = given;
  if (more.length === 0) return only?.bytes;
  const name = basename(decodedUri(uri));
  return given.find((file) => file.name === name)?.bytes;
}

function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
