import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

const tones = {
  good: { background: '#e2f3e6', color: '#14532d' },
  busy: { background: '#e3eefa', color: '#063f7a' },
  warn: { background: '#fdf0d2', color: '#6b4400' },
  bad: { background: '#fde4e1', color: '#7d1210' },
  quiet: { background: '#e9edf2', color: '#36424f' },
} as const;

export type Tone = keyof typeof tones;

/** A state in words; the colour only repeats it. */
export function TextBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge className="badge-text" radius="sm" size="md" py={3} style={tones[tone]}>
      {children}
    </Badge>
  );
}
