import type { IncomingMessage } from 'node:http';

/** What goes back to the browser. */
export interface Answer {
  readonly status: number;
  readonly type: 'application/json' | 'text/html; charset=utf-8';
  readonly body: string;
}

export function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}

/** Refused, with a sentence for a person. */
export function refusal(status: number, code: string, sentence: string): Answer {
  return json(status, { code, sentence });
}

export function html(status: number, body: string): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

const LARGEST_BODY = 256 * 1024;

/** @throws Error when there is too much of it. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error('the request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
