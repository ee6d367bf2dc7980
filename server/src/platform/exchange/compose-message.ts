import type { Message, MessageKind, RecordFiles } from '@hocba/protocol';
import type { FileStore } from '../files/file-store.ts';

interface Digests {
  readonly xmlDigest: string;
  readonly pdfDigest: string;
}

/**
 * The body of an outbox row: payloads name files by digest, bodies carry them. The same row always gives the same body,
 * so that a repeated message has the digest of the first.
 */
export async function composeMessage(
  files: FileStore,
  row: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<Message> {
  const kind = row.kind as MessageKind;
  switch (kind) {
    case 'submission':
    case 'report':
      return message(kind, { ...row.payload, ...(await recordFiles(files, row.payload as unknown as Digests)) });
    case 'publication': {
      const digests = row.payload['files'] as Digests | null;
      return message(kind, { ...row.payload, files: digests && (await recordFiles(files, digests)) });
    }
    default:
      return message(kind, row.payload);
  }
}

/** `signEnvelope` refuses a body that is not of its kind. */
function message(kind: MessageKind, body: object): Message {
  return { kind, body } as Message;
}

async function recordFiles(files: FileStore, { xmlDigest, pdfDigest }: Digests): Promise<RecordFiles> {
  const [xml, pdf] = await Promise.all([files.get(xmlDigest), files.get(pdfDigest)]);
  const recordXml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(xml);
  return { recordXml, pdfBase64: Buffer.from(pdf).toString('base64'), xmlDigest, pdfDigest };
}
