export { type NationalEvent, type NationalEventKind, nextNationalEvent } from './national-event.ts';
export type { Certainty, ColumnFacts, NationalOptions } from './national-table.ts';
export { nationalTablesSerializer } from './national-tables-serializer.ts';
