import { NativeSelect } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { pupilText } from '../../labels/entry.ts';

interface LevelSelectProps<Level extends string> {
  readonly field: string;
  readonly label: string;
  /** Beside the one read out. */
  readonly shownLabel?: string;
  readonly levels: readonly { readonly id: Level; readonly label: string; readonly code: string }[];
  readonly value: Level | null;
  readonly onChange: (level: Level | null) => void;
  readonly error?: boolean | string | undefined;
  /** Id of the element that says what is wrong, where it is not said here. */
  readonly describedBy?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLSelectElement>) => void;
}

/** A level of one scale. Options begin with their letter, so that the letter's key chooses. */
export function LevelSelect<Level extends string>(props: LevelSelectProps<Level>) {
  const { field, label, shownLabel, levels, value, onChange, error, describedBy, onKeyDown } = props;
  return (
    <NativeSelect
      aria-label={label}
      label={shownLabel}
      data={[
        { value: '', label: pupilText.none },
        ...levels.map((level) => ({ value: level.id, label: `${level.code} · ${level.label}` })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(levels.find(({ id }) => id === event.currentTarget.value)?.id ?? null)}
      onKeyDown={onKeyDown}
      error={error}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      data-field={field}
    />
  );
}
