import { createHash } from 'node:crypto';
import { ServiceError } from './service-http.ts';
import { type AuthorisationAnswer, refusalOf, type ServiceCredential, type SigningService } from './signing-service.ts';
import { type PostCall, type SmartAccount, smartPost } from './smart-signing-http.ts';

/** What one call may carry, as integrators report it. */
const MOST_FILES = 50;
/** The service gives about five minutes; signatures are fetched at once, so less is assumed. */
const APPROVAL_SECONDS = 240;

/**
 * A service of the SmartCA kind, as simulators/smart-signing/contract.md reads it; `access` is the person's name at the
 * service. One approval makes the signatures: its transaction stands for the authorisation.
 */
export function createSmartSigningClient(account: SmartAccount): SigningService {
  const post: PostCall = smartPost(account);
  const status = (tranCode: string) => post(`signatures/sign/${encodeURIComponent(tranCode)}/status`, {});
  return {
    listCredentials: async (userId) => {
      const { data } = await post('credentials/get_certificate', { user_id: userId });
      const certificates = data['user_certificates'];
      if (!Array.isArray(certificates)) throw new ServiceError('invalid_answer', 'user_certificates missing');
      return certificates.map(credentialOf);
    },
    requestAuthorisation: async (userId, wish) => {
      const digests = wish.hashes.map(hex);
      const { data } = await post('signatures/sign', {
        user_id: userId,
        serial_number: wish.credentialId,
        transaction_id: createHash('sha256').update(`${userId} ${wish.credentialId} ${wish.root}`).digest('hex'),
        transaction_desc: wish.description,
        sign_files: digests.map((digest, index) => ({
          doc_id: digest,
          doc_name: wish.labels[index] ?? '',
          data_to_be_signed: digest,
          sign_type: 'hash',
          file_type: 'xml',
        })),
      });
      if (typeof data['tran_code'] !== 'string') throw new ServiceError('invalid_answer', 'tran_code missing');
      return data['tran_code'];
    },
    checkAuthorisation: async (_userId, tranCode) => approvalOf(await status(tranCode), tranCode),
    signHashes: async (_userId, { sad, hashes }) => {
      const answer = await status(sad);
      if (answer.code !== CODE.signed) throw new ServiceError('access_denied', `status ${answer.code}`);
      const values = signaturesByDocument(answer.data);
      return hashes.flatMap((hash) => values.get(hex(hash)) ?? []);
    },
  };
}

const CODE = { signed: 1, waiting: 4000, expired: 4001, rejected: 4002 };

function approvalOf({ code }: { code: number }, tranCode: string): AuthorisationAnswer {
  switch (code) {
    case CODE.signed:
      return { state: 'approved', sad: tranCode, expiresInSeconds: APPROVAL_SECONDS };
    case CODE.waiting:
      return { state: 'pending' };
    case CODE.expired:
      return refusalOf('expired');
    case CODE.rejected:
      return refusalOf('rejected');
    default:
      throw new ServiceError('refused', `status ${code}`);
  }
}

function signaturesByDocument(data: Readonly<Record<string, unknown>>): Map<string, Uint8Array> {
  const signatures = data['signatures'];
  if (!Array.isArray(signatures)) throw new ServiceError('invalid_answer', 'signatures missing');
  return new Map(
    signatures.map((each: Record<string, unknown>) => [
      String(each['doc_id']).toLowerCase(),
      Buffer.from(String(each['signature_value'] ?? ''), 'base64'),
    ]),
  );
}

function credentialOf(given: Readonly<Record<string, unknown>>): ServiceCredential {
  const chain = (given['chain_data'] ?? {}) as { ca_cert?: string };
  return {
    credentialId: String(given['serial_number']),
    certificate: Buffer.from(String(given['cert_data'] ?? ''), 'base64'),
    chain: chain.ca_cert ? [Buffer.from(chain.ca_cert, 'base64')] : [],
    enabled: given['cert_status_code'] === 'VALID',
    multisign: MOST_FILES,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
