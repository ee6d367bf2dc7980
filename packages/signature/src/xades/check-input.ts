import { SignatureError } from '../errors.ts';
import { mostReferences } from './names.ts';
import type { XadesInput } from './prepared-xades.ts';

const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*$/u;
const utcSeconds = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
/** What XML cannot carry, or other readers might change. */
const unwritable = /[\p{Cc}\u2028\u2029\ufffe\uffff]|\p{Cs}/u;

/** Refuses what could not be written as a signature. Throws `xades-malformed`. */
export function checkInput(input: XadesInput): void {
  const { ids, references } = input;
  const named = [ids.signature, ids.signatureValue, ids.signedProperties];
  if (new Set(named).size !== named.length) refuse(`ids not distinct: ${named.join(' ')}`);
  for (const id of named) if (!ncName.test(id)) refuse(`id "${id}"`);
  if (references.length === 0) refuse('nothing to sign');
  if (references.length >= mostReferences) refuse(`${references.length} references`);
  if (new Set(references.map(({ uri }) => uri)).size !== references.length) refuse('one part referenced twice');
  for (const { uri, digest, mimeType } of references) {
    if (!uri.startsWith('#') || !ncName.test(uri.slice(1))) refuse(`reference "${uri}"`);
    if (digest.length !== 32) refuse(`digest of ${digest.length} bytes for ${uri}`);
    if (mimeType === '') refuse(`MIME type for ${uri}`);
  }
  for (const mimeType of new Set(references.map((reference) => reference.mimeType))) {
    if (unwritable.test(mimeType)) refuse(`MIME type "${mimeType}"`);
  }
  if (!isTime(input.signingTime)) refuse(`signing time "${input.signingTime}"`);
  if (input.role === '' || unwritable.test(input.role)) refuse(`role "${input.role}"`);
  if (input.policy !== undefined) checkPolicy(input.policy);
}

/** A day that there is: Date alone takes 31 February for 3 March. */
function isTime(text: string): boolean {
  return utcSeconds.test(text) && new Date(text).toISOString() === text.replace('Z', '.000Z');
}

function checkPolicy(policy: NonNullable<XadesInput['policy']>): void {
  if (policy.id === '' || unwritable.test(policy.id)) refuse(`policy "${policy.id}"`);
  if (policy.digest.length !== 32) refuse('digest of the policy');
  if (policy.description !== undefined && unwritable.test(policy.description)) refuse('description of the policy');
}

function refuse(detail: string): never {
  throw new SignatureError('xades-malformed', detail);
}
