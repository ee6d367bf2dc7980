import { TextBadge, type Tone } from '../../components/text-badge.tsx';
import { registryText } from '../../labels/exchange.ts';
import type { IssuerState } from './issuers.client.ts';

const tones: Readonly<Record<IssuerState, Tone>> = {
  requested: 'warn',
  approved: 'good',
  refused: 'bad',
  ended: 'quiet',
};

export function IssuerStateBadge({ state }: { state: IssuerState }) {
  return <TextBadge tone={tones[state]}>{registryText.issuerStates[state]}</TextBadge>;
}
