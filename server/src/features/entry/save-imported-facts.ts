import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { applyChanges, type ChangeCount } from '../enrolment/index.ts';
import type { EntryTables } from './entry.tables.ts';
import type { ImportedFacts } from './imported-facts.ts';
import { mergeFacts } from './merge-facts.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

export interface SavedFacts {
  readonly count: ChangeCount;
  /** Where corrections made here gave way to the workbook, by student id. */
  readonly overwritten: ReadonlyMap<string, readonly string[]>;
}

interface KnownFacts {
  readonly studentId: string;
  readonly facts: PupilYearFacts;
  readonly imported: PupilYearFacts | null;
}

/** Stores what a workbook changed since the last import; the caller holds the rows (`lockPupilYears`). */
export async function saveImportedFacts(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; at: Date; by: string },
  rows: readonly ImportedFacts[],
): Promise<SavedFacts> {
  const known = await listKnown(tx, of);
  const before = new Map(known.map((row) => [row.studentId, row]));
  const overwritten = new Map<string, readonly string[]>();
  const count = await applyChanges<ImportedFacts, KnownFacts>(known, rows, {
    keyOf: (row) => row.studentId,
    same: (old, row) => isDeepStrictEqual(old.imported, row.facts),
    write: async ({ studentId, facts: now }) => {
      const old = before.get(studentId);
      const merged = mergeFacts({ current: old?.facts ?? now, before: old?.imported ?? null, now });
      if (merged.overwritten.length > 0) overwritten.set(studentId, merged.overwritten);
      await writeFacts(tx, of, { studentId, facts: merged.facts, imported: now });
    },
  });
  return { count, overwritten };
}

function listKnown(tx: Tx, of: { schoolId: string; schoolYear: string }): Promise<KnownFacts[]> {
  return tx
    .withTables<EntryTables>()
    .selectFrom('pupilYear')
    .select(['studentId', 'facts', 'imported'])
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .execute();
}

async function writeFacts(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; at: Date; by: string },
  row: KnownFacts,
): Promise<void> {
  const written = {
    facts: JSON.stringify(row.facts),
    imported: JSON.stringify(row.imported),
    updatedAt: of.at,
    updatedBy: of.by,
  };
  await tx
    .withTables<EntryTables>()
    .insertInto('pupilYear')
    .values({ schoolId: of.schoolId, schoolYear: of.schoolYear, studentId: row.studentId, ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['schoolId', 'schoolYear', 'studentId'])
        .doUpdateSet({ ...written, revision: sql<number>`pupil_year.revision + 1` }),
    )
    .execute();
}
