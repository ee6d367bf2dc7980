import { TextBadge, type Tone } from '../../components/text-badge.tsx';
import { importText } from '../../labels/entry.ts';
import type { ImportStatus } from './import.client.ts';

const tones: Readonly<Record<ImportStatus, Tone>> = {
  reading: 'busy',
  refused: 'bad',
  problems: 'bad',
  applied: 'good',
  failed: 'bad',
};

export function ImportState({ status }: { status: ImportStatus }) {
  return <TextBadge tone={tones[status]}>{importText.status[status]}</TextBadge>;
}
