import { createHmac, timingSafeEqual } from 'node:crypto';

/** Permission to fetch one file for a few minutes, in the address itself: nothing is remembered of who asked. */
export interface FileTickets {
  issue(digest: string, at: number): string;
  accepts(digest: string, ticket: string, at: number): boolean;
}

const lifetimeMs = 10 * 60 * 1000;

export function createFileTickets(keyHex: string): FileTickets {
  const mark = (digest: string, until: string) =>
    createHmac('sha256', Buffer.from(keyHex, 'hex')).update(`file ${digest} ${until}`).digest('base64url');
  return {
    issue: (digest, at) => {
      const until = String(at + lifetimeMs);
      return `${until}.${mark(digest, until)}`;
    },
    accepts: (digest, ticket, at) => {
      const [until = '', given = ''] = ticket.split('.');
      const right = Buffer.from(mark(digest, until));
      const shown = Buffer.from(given);
      return shown.length === right.length && timingSafeEqual(shown, right) && Number(until) > at;
    },
  };
}
