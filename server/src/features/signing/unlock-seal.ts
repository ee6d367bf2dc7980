import { createHash } from 'node:crypto';
import { openPkcs12 } from '@hocba/signature/node';
import { AppError } from '../../platform/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Credential } from './credential.store.ts';

export const sealFilePurpose = (schoolId: string) => `seal-file/${schoolId}`;
/** Bound to the act: the key opened for one list opens for no other. */
export const sealKeyPurpose = (sessionId: string) => `seal-key/${sessionId}`;

export interface OpenedSeal {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly privateKeyPkcs8: Uint8Array;
}

/** @throws AppError when the password does not open the file. */
export function openSealFile(bytes: Uint8Array, password: string): OpenedSeal {
  try {
    return openPkcs12(bytes, password);
  } catch (cause) {
    throw new AppError({
      code: 'seal-not-opened',
      status: 400,
      cause,
      sentence: 'Không mở được tệp chứng thư của trường: sai mật khẩu hoặc tệp hỏng. Hãy kiểm tra rồi nhập lại.',
    });
  }
}

/**
 * Opens the seal for one session: the key waits encrypted with the settings' key, so that work resumes after a crash
 * without asking again, and is wiped when the session ends or its time is over.
 */
export function unlockSeal(
  platform: Platform,
  { credential, sessionId }: { credential: Credential; sessionId: string },
  password: string | undefined,
): string {
  if (!credential.secret || password === undefined) throw passwordMissing();
  const opened = openSealFile(readSealFile(platform, credential, credential.secret), password);
  if (sha256(opened.certificate) !== sha256(credential.certificate))
    throw new Error('seal file holds another certificate');
  return platform.secrets.seal(opened.privateKeyPkcs8, sealKeyPurpose(sessionId));
}

function readSealFile(platform: Platform, { schoolId }: Credential, secret: string): Uint8Array {
  try {
    return platform.secrets.open(secret, sealFilePurpose(schoolId));
  } catch (cause) {
    throw new AppError({
      code: 'seal-file-unreadable',
      status: 409,
      cause,
      sentence:
        'Không đọc được con dấu đã lưu: khoá mã hoá của máy chủ đã đổi. Văn thư hãy nạp lại tệp chứng thư (.p12) của trường.',
    });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function passwordMissing(): AppError {
  return new AppError({
    code: 'seal-password-missing',
    status: 400,
    sentence: 'Hãy nhập mật khẩu tệp chứng thư của trường.',
  });
}
