import type { SigningRequest } from './signing-requests.ts';

interface OpenAct {
  readonly act: string;
  readonly fingerprint: string;
  readonly pin: string;
  /** Digests a person has looked through and approved, base64, until a document that follows them was signed. */
  readonly approved: Set<string>;
}

const KEPT_MS = 20 * 60_000;

/**
 * The one act under way that has a second list: what was approved on the first with its PIN. The PIN lives in memory
 * only, for this act and its certificate, and is forgotten when every document has been followed by one, when the page
 * says so, when another act begins, when the token is gone or refuses it, and after twenty minutes in any case.
 */
export class OpenActHolder {
  #open: OpenAct | undefined;
  #forgetting: NodeJS.Timeout | undefined;

  /** The PIN typed for an earlier list of the same act; a person still approves this one. */
  pinFor({ act, fingerprint }: SigningRequest): string | undefined {
    const open = this.#open;
    return open && open.act === act && open.fingerprint === fingerprint ? open.pin : undefined;
  }

  /**
   * The PIN, when each document of the list follows an approved one of its own: nobody has to be asked again. Each is
   * followed once: asked a second time, even at the same time, a person decides.
   */
  pinToFollow(request: SigningRequest): string | undefined {
    const pin = this.pinFor(request);
    const approved = this.#open?.approved;
    const follows = request.documents.flatMap((document) => document.follows ?? []);
    const known = follows.length === request.documents.length && follows.every((digest) => approved?.has(digest));
    if (pin === undefined || !known || new Set(follows).size !== follows.length) return undefined;
    for (const digest of follows) approved?.delete(digest);
    return pin;
  }

  /** After a list was signed with this PIN. */
  signed(request: SigningRequest, pin: string): void {
    const { act, fingerprint, documents } = request;
    if (act === undefined) return;
    if (this.pinFor(request) === undefined) this.#begin({ act, fingerprint, pin, approved: new Set() });
    const approved = this.#open?.approved;
    for (const { digest, follows } of documents) {
      if (follows === undefined) approved?.add(digest.toString('base64'));
      else approved?.delete(follows);
    }
    if (approved?.size === 0) this.forget();
  }

  holds(act: string): boolean {
    return this.#open?.act === act;
  }

  forget(): void {
    this.#open = undefined;
    clearTimeout(this.#forgetting);
  }

  #begin(act: OpenAct): void {
    this.forget();
    this.#open = act;
    this.#forgetting = setTimeout(() => this.forget(), KEPT_MS).unref();
  }
}
