import type { NationalColumn, NationalOptions } from './national-table.ts';

type Value<Row> = NationalColumn<Row>['value'];
type Facts<Row> = Omit<NationalColumn<Row>, 'name' | 'meaning' | 'certainty'>;
type Make = <Row>(name: string, meaning: string, filling: Value<Row> | Facts<Row>) => NationalColumn<Row>;

function columnOf(certainty: 'H' | 'M' | 'L'): Make {
  return (name, meaning, filling) => {
    const facts = typeof filling === 'function' ? { value: filling } : filling;
    return { name, meaning, certainty, ...facts };
  };
}

/** Seen under this name. */
export const sure = columnOf('H');
/** Seen, but its values or its length are read from little. */
export const likely = columnOf('M');
/** Named or filled as we think it must be. */
export const guessed = columnOf('L');

export const cutAt = (length: number) => ({ limit: { length, beyond: 'cut' } }) as const;
export const codeOf = (length: number) => ({ limit: { length, beyond: 'leaveOut' } }) as const;

/** Three letters; `null` for a country that is not known. */
export function countryCode(name: string, { countryCodes }: NationalOptions): string | null {
  return name === 'Việt Nam' ? 'VNM' : (countryCodes?.get(name) ?? null);
}

/** 1 or 0, as flags of the tables are. */
export function flag(holds: boolean): '1' | '0' {
  return holds ? '1' : '0';
}
