import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { leafFits } from '../remote-signing/admin/leaf-fits.ts';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';
import { decrypt, encrypt, hashPin, isPin } from '../remote-signing/secrets.ts';
import { type KeyKind, keyPair, type OpenKey, openPkcs8 } from '../remote-signing/signing/keys.ts';
import type { ProviderSettings } from './settings.ts';

/** Someone with a key at the service. */
export interface Person {
  readonly userId: string;
  readonly fullName: string;
  readonly pinHash: string;
  readonly credentialId: string;
  readonly kind: KeyKind;
  /** SPKI, DER, base64. */
  readonly publicKey: string;
  readonly encryptedKey: string;
  /** DER, base64, leaf first; empty until the authority has issued one. */
  readonly certificates: readonly string[];
  readonly multisign: number;
  readonly status: 'enabled' | 'disabled';
}

export interface NewPerson {
  readonly userId: string;
  readonly fullName: string;
  readonly pin: string;
  readonly kind: KeyKind;
  readonly multisign: number;
}

const PIN_TRIES = 5;

/** The people of one service, kept in a file where the settings name one. */
export class People {
  readonly #people = new Map<string, Person>();
  readonly #wrongPins = new Map<string, number>();
  readonly #settings: ProviderSettings;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
    const { dataFile } = settings;
    if (dataFile === null || !existsSync(dataFile)) return;
    for (const person of JSON.parse(readFileSync(dataFile, 'utf8')) as Person[])
      this.#people.set(person.userId, person);
  }

  /** The same person again keeps the key and gets the new PIN. */
  async enrol({ pin, ...order }: NewPerson): Promise<Person> {
    const pinHash = await hashPin(pin);
    const known = this.#people.get(order.userId);
    const person = known ? { ...known, fullName: order.fullName, pinHash } : await this.#withNewKey(order, pinHash);
    return this.#keep(person);
  }

  find(userId: string): Person | undefined {
    return this.#people.get(userId);
  }

  /** @throws CscError */
  byCredential(credentialId: string): Person {
    const found = [...this.#people.values()].find((person) => person.credentialId === credentialId);
    if (!found) throw invalidRequest('Invalid parameter credentialID');
    return found;
  }

  /** @throws CscError unless the first certificate is for this person's key. */
  certify(credentialId: string, certificates: readonly string[]): Person {
    const person = this.byCredential(credentialId);
    const leaf = certificates[0] === undefined ? undefined : Buffer.from(certificates[0], 'base64');
    if (!leafFits(leaf, Buffer.from(person.publicKey, 'base64')))
      throw invalidRequest('The first certificate is not for this key');
    return this.#keep({ ...person, certificates });
  }

  setStatus(credentialId: string, status: Person['status']): Person {
    return this.#keep({ ...this.byCredential(credentialId), status });
  }

  /** @throws CscError; five wrong ones lock until the office gives a new PIN. */
  async requirePin(userId: string, pin: string): Promise<Person> {
    const person = this.#people.get(userId);
    const wrong = this.#wrongPins.get(userId) ?? 0;
    if (person && wrong < PIN_TRIES && (await isPin(pin, person.pinHash))) {
      this.#wrongPins.delete(userId);
      return person;
    }
    this.#wrongPins.set(userId, wrong + 1);
    throw new CscError('invalid_pin', 'Sai tên người dùng hoặc mã PIN');
  }

  openKey(person: Person): OpenKey {
    const bytes = Buffer.from(person.encryptedKey, 'base64');
    return openPkcs8(person.kind, decrypt(this.#settings.encryptionKey, bytes, person.credentialId));
  }

  async #withNewKey(order: Omit<NewPerson, 'pin'>, pinHash: string): Promise<Person> {
    const credentialId = randomUUID();
    const { publicKey, privateKey } = await keyPair(order.kind);
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
    return {
      ...order,
      pinHash,
      credentialId,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      encryptedKey: encrypt(this.#settings.encryptionKey, pkcs8, credentialId).toString('base64'),
      certificates: [],
      status: 'enabled',
    };
  }

  #keep(person: Person): Person {
    this.#people.set(person.userId, person);
    this.#wrongPins.delete(person.userId);
    const { dataFile } = this.#settings;
    if (dataFile === null) return person;
    writeFileSync(`${dataFile}.new`, JSON.stringify([...this.#people.values()]), { mode: 0o600 });
    renameSync(`${dataFile}.new`, dataFile);
    return person;
  }
}
