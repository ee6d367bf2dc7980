import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';

interface TenthsInputProps {
  /** Unique among the fields of the screen. */
  readonly field: string;
  readonly label: string;
  readonly showLabel?: boolean;
  /** Beside the one read out. */
  readonly shownLabel?: string;
  readonly value: number | null;
  readonly onChange: (tenths: number | null) => void;
  /** What to say when the text is no number in range. */
  readonly unreadable: string;
  readonly most: number;
  readonly error?: boolean;
  /** Id of the element that says what is wrong, where the field is too narrow for it. */
  readonly describedBy?: string;
  /** Marked here, said there. */
  readonly saidElsewhere?: boolean;
  readonly noteUnreadable: (field: string, unreadable: boolean) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A number with at most one decimal, point or comma; keeps what was typed, hands on whole tenths. */
export function TenthsInput(props: TenthsInputProps) {
  const { field, label, showLabel, shownLabel, value, onChange, most } = props;
  const { unreadable, error, describedBy, saidElsewhere, noteUnreadable, onKeyDown } = props;
  const [typed, setTyped] = useState(value === null ? '' : tenthsText(value));
  const bad = typed.trim() !== '' && readTenths(typed, most) === undefined;
  useEffect(() => () => noteUnreadable(field, false), [field, noteUnreadable]);
  const take = (entered: string) => {
    setTyped(entered);
    const tenths = entered.trim() === '' ? null : readTenths(entered, most);
    noteUnreadable(field, tenths === undefined);
    if (tenths !== undefined) onChange(tenths);
  };
  return (
    <TextInput
      {...(showLabel ? { label } : { 'aria-label': label, label: shownLabel })}
      value={typed}
      onChange={(event) => take(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      error={bad ? saidElsewhere || unreadable : error}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      inputMode="decimal"
      autoComplete="off"
      data-field={field}
    />
  );
}

/** "8" or "8,5" */
export function tenthsText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${tenths % 10}`;
}

function readTenths(text: string, most: number): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d))?$/.exec(text.trim());
  if (!match) return undefined;
  const tenths = Number(match[1]) * 10 + Number(match[2] ?? '0');
  return tenths <= most ? tenths : undefined;
}
