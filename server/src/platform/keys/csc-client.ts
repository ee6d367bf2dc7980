import { readCredentialInfo, readSignatures } from './csc-answers.ts';
import { postJson, ServiceError } from './service-http.ts';
import { refusalOf, type SigningService } from './signing-service.ts';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/** CSC API v2 as docs of the Cloud Signature Consortium and simulators/remote-signing/contract.md describe it; `access` is a service token. */
export function createCscClient(baseUrl: string): SigningService {
  const api = `${baseUrl.replace(/\/$/, '')}/csc/v2`;
  const post = (path: string, token: string, body: object) => postJson({ url: `${api}/${path}`, body, token });
  return {
    listCredentials: async (token) => {
      const { body } = await post('credentials/list', token, {});
      const ids = body['credentialIDs'];
      if (!Array.isArray(ids)) throw new ServiceError('invalid_answer', 'credentialIDs missing');
      return Promise.all(
        ids.map(async (id) => {
          const asked = { credentialID: String(id), certificates: 'chain' };
          return readCredentialInfo(String(id), (await post('credentials/info', token, asked)).body);
        }),
      );
    },
    requestAuthorisation: async (token, wish) => {
      const hashes = wish.hashes.map(base64);
      const documents = hashes.map((hash, index) => ({ hash, label: wish.labels[index] ?? '' }));
      const { body } = await post('credentials/authorize', token, {
        credentialID: wish.credentialId,
        numSignatures: hashes.length,
        hashes,
        hashAlgorithmOID: SHA256_OID,
        description: wish.description,
        clientData: JSON.stringify({ documents, root: wish.root }),
        operationMode: 'A',
      });
      if (typeof body['responseID'] !== 'string') throw new ServiceError('invalid_answer', 'responseID missing');
      return body['responseID'];
    },
    checkAuthorisation: async (token, responseId) => {
      try {
        const { status, body } = await post('credentials/authorizeCheck', token, { responseID: responseId });
        if (status === 202 || typeof body['SAD'] !== 'string') return { state: 'pending' };
        return { state: 'approved', sad: body['SAD'], expiresInSeconds: Number(body['expiresIn'] ?? 3600) };
      } catch (error) {
        if (!(error instanceof ServiceError) || error.code !== 'access_denied') throw error;
        return refusalOf(error.status === 'expired' ? 'expired' : 'rejected');
      }
    },
    signHashes: async (token, request) => {
      const { body } = await post('signatures/signHash', token, {
        credentialID: request.credentialId,
        SAD: request.sad,
        hashes: request.hashes.map(base64),
        hashAlgorithmOID: SHA256_OID,
        signAlgo: request.signAlgorithmOid,
      });
      return readSignatures(body);
    },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
