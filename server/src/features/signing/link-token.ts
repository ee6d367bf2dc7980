import { parseCertificate } from '@hocba/signature';
import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import { noCredential, registerCredential } from './link-credential.ts';
import { maySignAs } from './signing.policy.ts';

/** A token signs one list after one PIN; this is the longest list of one act. */
const MOST_BY_TOKEN = 5000;

export interface LinkToken {
  /** DER, base64: what the agent read from the token. */
  readonly certificate: string;
  readonly chain: readonly string[];
}

/**
 * Registers the certificate on a person's USB token. That the person holds the key shows with the first signature: one
 * that does not verify under this certificate is not kept.
 */
export async function linkToken(platform: Platform, actor: Actor, link: LinkToken): Promise<void> {
  if (actor.staffId === null) throw noCredential();
  await registerToken(platform, actor, { ...link, staffId: actor.staffId });
}

/** Registers the certificate of the school's seal, which is on a token on the seal clerk's desk. */
export async function linkSealToken(platform: Platform, actor: Actor, link: LinkToken): Promise<void> {
  permit(maySignAs(actor, 'organisationSeal'));
  await registerToken(platform, actor, { ...link, staffId: actor.schoolId });
}

async function registerToken(
  platform: Platform,
  actor: Actor,
  link: LinkToken & { readonly staffId: string },
): Promise<void> {
  const certificate = Buffer.from(link.certificate, 'base64');
  await registerCredential(platform, actor, {
    schoolId: actor.schoolId,
    staffId: link.staffId,
    kind: 'token',
    credentialId: serialNumberOf(certificate),
    certificate,
    chain: link.chain.map((text) => Buffer.from(text, 'base64')),
    multisign: MOST_BY_TOKEN,
    secret: null,
    serviceId: null,
  });
}

function serialNumberOf(certificate: Uint8Array): string {
  try {
    return parseCertificate(certificate).serialNumber;
  } catch (cause) {
    throw new AppError({
      code: 'token-certificate-unreadable',
      status: 400,
      cause,
      sentence: 'Không đọc được chứng thư trong thiết bị ký. Hãy rút ra cắm lại rồi thử lại.',
    });
  }
}
