import type { Certificate } from '../certificate/certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { SignatureError } from '../errors.ts';
import {
  periodsOf,
  type TrustService,
  type TrustServiceKind,
  type TrustStatus,
  type TrustStore,
} from './trust-store.ts';

const kinds: readonly TrustServiceKind[] = ['ca', 'timestamping', 'ocsp', 'other'];
const statuses: readonly TrustStatus[] = ['granted', 'withdrawn'];
/** Characters; a few hundred certificates. */
const mostCharacters = 8 * 1024 * 1024;

/**
 * Reads the JSON form (docs/formats/trust-store.md), at most 8 MB. Nothing is guessed: a service without a status, a
 * certificate that cannot be read, a word nobody knows refuse the whole file. Throws `trust-store-malformed`.
 */
export function parseTrustStore(json: string): TrustStore {
  if (json.length > mostCharacters) throw refused('too large');
  const store = fieldsOf(parsed(json), 'the file', ['name', 'services']);
  const services = listOf(store['services'], 'services').map((service, i) => readService(service, `services[${i}]`));
  return { name: textOf(store['name'], 'name'), services };
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw refused(String(error));
  }
}

function readService(value: unknown, where: string): TrustService {
  const fields = fieldsOf(value, where, ['name', 'provider', 'kind', 'domain', 'certificates', 'history', 'source']);
  const certificates = listOf(fields['certificates'], `${where}.certificates`).map((one, i) =>
    readCertificate(textOf(one, `${where}.certificates[${i}]`), `${where}.certificates[${i}]`),
  );
  const history = listOf(fields['history'], `${where}.history`).map((one, i) =>
    readPeriod(one, `${where}.history[${i}]`),
  );
  if (certificates.length === 0 || history.length === 0) throw refused(`${where} without certificate or history`);
  return {
    name: textOf(fields['name'], `${where}.name`),
    provider: textOf(fields['provider'], `${where}.provider`),
    kind: oneOf(fields['kind'], kinds, `${where}.kind`),
    domain: textOf(fields['domain'], `${where}.domain`),
    certificates,
    history: periodsOf(history),
  };
}

function readPeriod(value: unknown, where: string): { status: TrustStatus; from: number } {
  const fields = fieldsOf(value, where, ['status', 'from']);
  const from = Date.parse(textOf(fields['from'], `${where}.from`));
  if (!Number.isFinite(from)) throw refused(`${where}.from is no time`);
  return { status: oneOf(fields['status'], statuses, `${where}.status`), from };
}

/** Base64 of the DER; a PEM block without its frame is the same. */
function readCertificate(base64: string, where: string): Certificate {
  try {
    const bytes = atob(base64.replaceAll(/\s/g, ''));
    return parseCertificate(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
  } catch (error) {
    throw refused(`${where}: ${String(error)}`);
  }
}

function fieldsOf(value: unknown, where: string, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused(`${where} is no object`);
  const fields: Fields = { ...value };
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown !== undefined) throw refused(`${where} has an unknown field ${unknown}`);
  return fields;
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw refused(`${where} is no list`);
  return value;
}

function textOf(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw refused(`${where} is no text`);
  return value;
}

function oneOf<T extends string>(value: unknown, values: readonly T[], where: string): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw refused(`${where} is none of ${values.join(', ')}`);
  return found;
}

function refused(detail: string): SignatureError {
  return new SignatureError('trust-store-malformed', detail);
}
