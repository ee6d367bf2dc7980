import type { KeyboardEvent } from 'react';

/** Enter goes down the column, Shift + Enter up, as in a spreadsheet. */
export function nextInColumn(column: string): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const cells = [...document.querySelectorAll<HTMLElement>(`[data-field^="${column}."]`)];
    const at = cells.indexOf(event.currentTarget);
    cells[at + (event.shiftKey ? -1 : 1)]?.focus();
  };
}
