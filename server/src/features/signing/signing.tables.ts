import type { SignatorySlot } from '@hocba/record';
import type { PreparedXades } from '@hocba/signature';
import type { ColumnType, Generated } from 'kysely';
import type { Json, Timestamp } from '../../platform/database/tables.ts';
import type { OwnServiceKind } from '../../platform/keys/service-directory.ts';
import type { KeptPades } from './kept-pades.ts';
import type { PreparedItem } from './prepared-item.ts';
import type { ItemSlot, PdfSlot, SessionSlot } from './session-slot.ts';

/** Trạng thái of one act of signing. */
export type SessionState =
  | 'preparing'
  | 'requesting'
  | 'awaitingApproval'
  | 'signing'
  | 'finished'
  | 'rejected'
  | 'failed'
  | 'cancelled';

export type ItemState = 'listed' | 'prepared' | 'signed' | 'refused';

type Nullable<T> = ColumnType<T | null, T | null, T | null>;

/** What signs: a remote service, the school's key file, a token on a PC of the school. */
export type CredentialKind = 'remote' | 'pkcs12' | 'token';

export type SigningTables = {
  readonly signingService: {
    schoolId: string;
    serviceId: string;
    kind: OwnServiceKind;
    name: string;
    url: string;
    account: string;
    registeredAt: Timestamp;
  };
  readonly signingCredential: {
    schoolId: string;
    staffId: string;
    kind: CredentialKind;
    credentialId: string;
    certificate: Buffer;
    chain: Buffer[];
    multisign: number;
    secret: string | null;
    serviceId: string | null;
    registeredAt: Timestamp;
  };
  readonly signingSession: {
    sessionId: string;
    schoolId: string;
    accountId: string;
    signatoryName: string;
    slot: SessionSlot;
    staffId: string;
    credentialKind: CredentialKind;
    credentialId: string;
    certificate: Buffer;
    chain: Buffer[];
    multisign: number;
    state: SessionState;
    problem: Nullable<string>;
    listDigest: Nullable<string>;
    providerRequest: Nullable<string>;
    authorisation: Nullable<string>;
    authorisedUntil: Nullable<Date>;
    authorisationRequests: Generated<number>;
    fruitlessCalls: Generated<number>;
    unusedSignatures: Generated<number>;
    createdAt: Timestamp;
    finishedAt: Nullable<Date>;
  };
  readonly signingItem: {
    sessionId: string;
    schoolId: string;
    yearSheetId: string;
    slot: ItemSlot;
    position: number;
    label: string;
    state: ItemState;
    problem: Nullable<string>;
    prepared: ColumnType<PreparedItem | null, string | null, string | null>;
    digest: Nullable<Buffer>;
  };
  readonly signature: {
    yearSheetId: string;
    schoolId: string;
    slot: SignatorySlot;
    sessionId: string;
    prepared: Json<PreparedXades>;
    value: Buffer;
    signedAt: Timestamp;
    timestampToken: Nullable<Buffer>;
    timestampedAt: Nullable<Date>;
  };
  readonly pdfToSign: {
    yearSheetId: string;
    schoolId: string;
    sealSessionId: string;
    xmlDigest: string;
    xmlBytes: number;
    pdfDigest: string;
    principalSigns: boolean;
    offeredAt: Timestamp;
  };
  readonly pdfSignature: {
    yearSheetId: string;
    slot: PdfSlot;
    schoolId: string;
    sessionId: string;
    prepared: Json<KeptPades>;
    value: Buffer;
    signedAt: Timestamp;
    timestampToken: Nullable<Buffer>;
    timestampedAt: Nullable<Date>;
  };
};
