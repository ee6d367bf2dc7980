import { createHash } from 'node:crypto';
import { invalidRequest } from '../csc-error.ts';

/** SHA-256 over the digests one after the other, hex: what both screens show for the list. */
export function rootOfList(hashes: readonly string[]): string {
  const root = createHash('sha256');
  for (const hash of hashes) root.update(Buffer.from(hash, 'base64'));
  return root.digest('hex');
}

/** The name of each document to sign. @throws CscError unless the list shown is exactly the list signed. */
export function readLabels(clientData: string | undefined, hashes: readonly string[]): string[] {
  if (clientData === undefined || clientData === '') return hashes.map((_, index) => `Tài liệu ${index + 1}`);
  const { documents, root } = parsed(clientData);
  const isSameList = documents.length === hashes.length && documents.every(({ hash }, index) => hash === hashes[index]);
  if (!isSameList)
    throw invalidRequest('Invalid parameter clientData: its documents are not the hashes, in their order');
  if (root !== undefined && root !== rootOfList(hashes)) {
    throw invalidRequest('Invalid parameter clientData: root is not SHA-256 over the digests, in hex');
  }
  return documents.map(({ label }) => label);
}

function parsed(clientData: string): { documents: { hash: string; label: string }[]; root: string | undefined } {
  try {
    const { documents, root } = JSON.parse(clientData) as {
      documents: { hash: unknown; label: unknown }[];
      root?: unknown;
    };
    const isText = documents.every(({ hash, label }) => typeof hash === 'string' && typeof label === 'string');
    if (!isText || (root !== undefined && typeof root !== 'string')) throw new Error('not text');
    return { documents: documents as { hash: string; label: string }[], root };
  } catch {
    throw invalidRequest('Invalid parameter clientData: JSON with documents [{hash, label}]');
  }
}
