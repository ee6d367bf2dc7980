import { randomUUID } from 'node:crypto';
import { rootOfList } from '../remote-signing/authorisation/client-data.ts';
import type { Person } from './people.ts';

/** A list somebody is asked to sign. Digests in base64. */
export interface AskedList {
  readonly clientId: string;
  readonly hashes: readonly string[];
  readonly labels: readonly string[];
  /** The asking side's names of the documents, where the protocol has them. */
  readonly documentIds?: readonly string[];
  readonly description: string;
  /** The asking side's own name for it: asked again under the same name it is the same request. */
  readonly name?: string;
}

export type RequestState = 'pending' | 'approved' | 'rejected' | 'expired';

export interface SigningRequest extends AskedList {
  readonly requestId: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly listRoot: string;
  state: RequestState;
  /** Epoch milliseconds: until when it waits, then until when the approval is good. */
  until: number;
  /** What has been signed under it, by digest: asked again, the same signature. */
  readonly made: Map<string, string>;
}

/** Requests on people's phones. They live as long as the process: a client that lost one asks anew. */
export class SigningRequests {
  readonly #requests = new Map<string, SigningRequest>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #answerSeconds: number;

  constructor(answerSeconds: number) {
    this.#answerSeconds = answerSeconds;
  }

  /** Puts the list on the phone; the same list that still waits is not put there twice. */
  ask(person: Person, asked: AskedList): SigningRequest {
    const listRoot = rootOfList(asked.hashes);
    const same = [...this.#requests.values()].find((known) => isSameRequest(known, { person, asked, listRoot }));
    if (same) return same;
    const request: SigningRequest = {
      ...asked,
      requestId: randomUUID(),
      userId: person.userId,
      credentialId: person.credentialId,
      listRoot,
      state: 'pending',
      until: Date.now() + this.#answerSeconds * 1000,
      made: new Map(),
    };
    this.#requests.set(request.requestId, request);
    setTimeout(() => this.#wake(request.requestId), this.#answerSeconds * 1000).unref();
    return request;
  }

  find(requestId: string): SigningRequest | undefined {
    const request = this.#requests.get(requestId);
    if (request) expire(request);
    return request;
  }

  pendingOf(userId: string): SigningRequest[] {
    return [...this.#requests.values()].filter((each) => each.userId === userId && expire(each).state === 'pending');
  }

  /** Whether this decision was the one that counted. */
  decide(requestId: string, decision: { userId: string; state: 'approved' | 'rejected'; goodForSeconds: number }) {
    const request = this.find(requestId);
    if (request?.userId !== decision.userId || request.state !== 'pending') return false;
    request.state = decision.state;
    request.until = Date.now() + decision.goodForSeconds * 1000;
    this.#wake(requestId);
    return true;
  }

  /** Resolves when the person has answered or may no longer. */
  async answered(request: SigningRequest): Promise<SigningRequest> {
    while (expire(request).state === 'pending') {
      await new Promise<void>((resolve) => {
        this.#waiting.set(request.requestId, [...(this.#waiting.get(request.requestId) ?? []), resolve]);
      });
    }
    return request;
  }

  #wake(requestId: string): void {
    for (const resolve of this.#waiting.get(requestId) ?? []) resolve();
    this.#waiting.delete(requestId);
  }
}

function isSameRequest(
  known: SigningRequest,
  { person, asked, listRoot }: { person: Person; asked: AskedList; listRoot: string },
): boolean {
  const same = known.clientId === asked.clientId && known.userId === person.userId && known.listRoot === listRoot;
  const named = asked.name !== undefined && known.name === asked.name;
  const { state } = expire(known);
  return same && (named ? state === 'pending' || state === 'approved' : state === 'pending');
}

function expire(request: SigningRequest): SigningRequest {
  const over = request.until <= Date.now() && (request.state === 'pending' || request.state === 'approved');
  if (over) request.state = 'expired';
  return request;
}
