import { createHash, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, type SheetIdentity, type Submission, signEnvelope } from '@hocba/protocol';
import { decodePem } from '@hocba/signature';
import { type InstallName, organisations } from '../../../scripts/demo/organisations.ts';
import type { World } from '../../../scripts/demo/world.ts';

export interface Draft {
  readonly messageId: string;
  readonly sequence: number;
  /** Whose key signs it. */
  readonly key: InstallName;
  /** Who it says it is from. */
  readonly sender: InstallName;
  readonly message: Message;
}

/** An envelope as somebody with an install's key file could make it. */
export function envelope(world: World, draft: Draft): Promise<string> {
  const file = (name: string) => readFileSync(join(world.directory, 'keys', name));
  const certificates = decodePem(file(`${draft.key}.cert.pem`).toString(), 'CERTIFICATE');
  const signer = {
    key: createPrivateKey(file(`${draft.key}.key.pem`)),
    certificates: certificates.map((der) => Buffer.from(der).toString('base64')),
  };
  const { messageId, sequence, message } = draft;
  const header = { sender: organisations[draft.sender].id, receiver: organisations.province.id };
  const createdAt = new Date().toISOString();
  return signEnvelope({ messageId, sequence, message, createdAt, ...header }, signer, (text) => sha256(text));
}

/** A submission of these files, with digests that fit them. */
export function submission(sheet: SheetIdentity, files: { xml: Uint8Array; pdf: Uint8Array }): Message {
  const body: Submission = {
    sheet,
    recordXml: new TextDecoder().decode(files.xml),
    pdfBase64: Buffer.from(files.pdf).toString('base64'),
    xmlDigest: sha256(files.xml),
    pdfDigest: sha256(files.pdf),
  };
  return { kind: 'submission', body };
}

/** Hands an envelope to the province; its answer as text, and read where it is signed. */
export async function deliver(world: World, jws: string) {
  const response = await fetch(`${world.urls.province}/exchange/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/jose' },
    body: jws,
  });
  const text = await response.text();
  return { status: response.status, text, body: response.ok ? bodyOf(text) : JSON.parse(text) };
}

function bodyOf(jws: string) {
  const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
  return JSON.parse(payload.body);
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
