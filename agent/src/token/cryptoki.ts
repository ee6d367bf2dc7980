import { createRequire } from 'node:module';

/** Handles of slots, sessions and objects. */
export type Handle = Buffer;

export interface Attribute {
  readonly type: number;
  readonly value?: unknown;
}

/** What we use of PKCS#11, as the library pkcs11js offers it. */
export interface Cryptoki {
  load(path: string): void;
  C_Initialize(): void;
  C_Finalize(): void;
  close(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { label: string; serialNumber: string; flags: number };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_Login(session: Handle, userType: number, pin: string): void;
  C_Logout(session: Handle): void;
  C_FindObjectsInit(session: Handle, template: readonly Attribute[]): void;
  C_FindObjects(session: Handle, most: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(session: Handle, object: Handle, template: readonly Attribute[]): { value: Buffer }[];
  C_CreateObject(session: Handle, template: readonly Attribute[]): Handle;
  C_SignInit(session: Handle, mechanism: { mechanism: number }, key: Handle): void;
  C_Sign(session: Handle, data: Buffer, into: Buffer): Buffer;
}

/** Numbers of PKCS#11 v2.40. */
export const ck = {
  classCertificate: 1,
  classPrivateKey: 3,
  certificateX509: 0,
  attributeClass: 0x0,
  attributeToken: 0x1,
  attributeLabel: 0x3,
  attributeValue: 0x11,
  attributeCertificateType: 0x80,
  attributeSubject: 0x101,
  attributeId: 0x102,
  attributeAlwaysAuthenticate: 0x202,
  mechanismRsaPkcs: 0x1,
  mechanismEcdsa: 0x1041,
  userNormal: 1,
  userContextSpecific: 2,
  sessionSerial: 0x4,
  sessionReadWrite: 0x2,
  flagTokenInitialised: 0x400,
  flagPinCountLow: 0x10000,
  flagPinFinalTry: 0x20000,
  flagPinLocked: 0x40000,
  returnPinIncorrect: 0xa0,
  returnPinLocked: 0xa4,
} as const;

/** The library where this machine has it; it is compiled when it is installed, so it may be missing. */
export function findCryptokiLibrary(): { readonly PKCS11: new () => Cryptoki } | undefined {
  try {
    return createRequire(import.meta.url)('pkcs11js') as { PKCS11: new () => Cryptoki };
  } catch {
    return undefined;
  }
}

/** Opens a vendor's module. @throws Error with a sentence for the person at the PC. */
export function openModule(path: string): Cryptoki {
  const library = findCryptokiLibrary();
  if (!library) throw new Error('Chưa cài phần đọc thiết bị ký (pkcs11js). Hãy cài lại chương trình ký.');
  const module = new library.PKCS11();
  try {
    module.load(path);
    module.C_Initialize();
  } catch (cause) {
    throw new Error(`Không mở được trình điều khiển của thiết bị ký: ${path}`, { cause });
  }
  return module;
}

/** Ends every session and login of this program at the token. */
export function closeModule(module: Cryptoki): void {
  module.C_Finalize();
  module.close();
}

/** The return value of a failed call; undefined where it was another error. */
export function returnValueOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}
