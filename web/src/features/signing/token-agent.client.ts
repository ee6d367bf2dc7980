import { tokenText } from '../../labels/signing.ts';
import { Refusal } from '../../server.ts';

/** The program beside the browser that signs with USB tokens, and the code that pairs this browser with it. */
export interface TokenAgent {
  readonly url: string;
  readonly code: string;
}

export interface TokenCertificate {
  readonly fingerprint: string;
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly holder: string;
  readonly tokenLabel: string;
}

export interface TokenRequest {
  readonly requestId: string;
  /** The agent's own page, which shows the list and asks for the PIN. */
  readonly confirmUrl: string;
  /** Signing at once: the list follows what was approved with the PIN that is still kept. */
  readonly state: 'waiting' | 'signing' | 'signed';
}

const CODE = 'hocba-token-code';

export function keptCode(): string {
  return localStorage.getItem(CODE) ?? '';
}

export function keepCode(code: string): void {
  localStorage.setItem(CODE, code);
}

export async function listTokenCertificates(agent: TokenAgent): Promise<readonly TokenCertificate[]> {
  return (await ask<{ certificates: TokenCertificate[] }>(agent, 'certificates')).certificates;
}

export function askToSign(
  agent: TokenAgent,
  list: {
    fingerprint: string;
    description: string;
    /** Lists of one act are signed under one PIN. */
    act?: string;
    documents: readonly { digest: string; label: string; follows?: string }[];
  },
): Promise<TokenRequest> {
  return ask(agent, 'requests', { method: 'POST', body: JSON.stringify(list) });
}

export function readTokenRequest(
  agent: TokenAgent,
  requestId: string,
): Promise<{ state: 'waiting' | 'signing' | 'signed' | 'refused'; signatures: readonly string[] }> {
  return ask(agent, `requests/${requestId}`);
}

/** Whether the PIN typed for an earlier list of this act is still kept. */
export async function keepsPin(agent: TokenAgent, act: string): Promise<boolean> {
  return (await ask<{ pinKept: boolean }>(agent, `acts/${act}`)).pinKept;
}

export function forgetPin(agent: TokenAgent, act: string): Promise<unknown> {
  return ask(agent, `acts/${act}`, { method: 'DELETE' });
}

/** @throws Refusal in the agent's words, or that it does not run. */
async function ask<T>({ url, code }: TokenAgent, path: string, how: RequestInit = {}): Promise<T> {
  const headers = { authorization: `Bearer ${code}` };
  const answer = await fetch(`${url}/api/${path}`, { ...how, headers }).catch(() => {
    throw new Refusal(0, { code: 'agent-unreachable', sentence: tokenText.unreachable });
  });
  const given = (await answer.json()) as T & { code: string; sentence: string };
  if (!answer.ok) throw new Refusal(answer.status, given);
  return given;
}
