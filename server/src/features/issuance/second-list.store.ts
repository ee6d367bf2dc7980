import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { CarryOverTables } from '../carry-over/index.ts';
import type { SigningTables } from '../signing/index.ts';

/** A sheet sealed by an act and not issued yet, and how far it is. */
export interface OnTheWay {
  readonly yearSheetId: string;
  /** XML sealed; timestamped as well; PDF made and nothing missing before the seal; PDF sealed and timestamped; or somebody's turn to sign. */
  readonly stage: 'unstamped' | 'xmlSealed' | 'rendered' | 'pdfSealed' | 'waiting';
}

/** In no fixed order, so that those that fail again and again do not stand before the others. */
export async function listOnTheWay(tx: Tx, sessionId: string): Promise<OnTheWay[]> {
  const rows = await tx
    .withTables<SigningTables & CarryOverTables>()
    .selectFrom('signature')
    .innerJoin('yearSheet', 'yearSheet.yearSheetId', 'signature.yearSheetId')
    .leftJoin('pdfToSign', 'pdfToSign.yearSheetId', 'signature.yearSheetId')
    .leftJoin('pdfSignature as principal', (join) =>
      join.onRef('principal.yearSheetId', '=', 'signature.yearSheetId').on('principal.slot', '=', 'principalPdf'),
    )
    .leftJoin('pdfSignature as seal', (join) =>
      join.onRef('seal.yearSheetId', '=', 'signature.yearSheetId').on('seal.slot', '=', 'sealPdf'),
    )
    .leftJoin('signingItem as item', (join) =>
      join
        .onRef('item.yearSheetId', '=', 'signature.yearSheetId')
        .onRef('item.sessionId', '=', 'signature.sessionId')
        .on('item.slot', '=', 'sealPdf'),
    )
    .select('signature.yearSheetId')
    .select((eb) => [
      eb('signature.timestampToken', 'is not', null).as('stamped'),
      eb('pdfToSign.yearSheetId', 'is not', null).as('offered'),
      eb.or([eb('principalSigns', '=', false), eb('principal.timestampToken', 'is not', null)]).as('sealsNext'),
      eb('item.state', 'is not', null).as('listed'),
      eb('seal.timestampToken', 'is not', null).as('pdfSealed'),
    ])
    .where('signature.sessionId', '=', sessionId)
    .where('signature.slot', '=', 'organisationSeal')
    .where('yearSheet.state', '=', 'signedByPrincipal')
    .orderBy(sql`random()`)
    .execute();
  return rows.map(({ yearSheetId, ...row }) => ({ yearSheetId, stage: stageOf(row) }));
}

function stageOf(
  row: Record<'stamped' | 'offered' | 'sealsNext' | 'listed' | 'pdfSealed', unknown>,
): OnTheWay['stage'] {
  if (row.pdfSealed) return 'pdfSealed';
  if (!row.stamped) return 'unstamped';
  if (!row.offered) return 'xmlSealed';
  return row.sealsNext && !row.listed ? 'rendered' : 'waiting';
}
