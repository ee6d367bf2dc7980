import type { Tone } from '../../components/text-badge.tsx';
import type { SessionState } from './signing.client.ts';

export const sessionTones: Readonly<Record<SessionState, Tone>> = {
  preparing: 'busy',
  requesting: 'busy',
  awaitingApproval: 'warn',
  signing: 'busy',
  finished: 'good',
  rejected: 'bad',
  cancelled: 'quiet',
  failed: 'bad',
};
