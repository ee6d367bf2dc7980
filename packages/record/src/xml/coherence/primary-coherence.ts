import type { PrimaryYearSheet } from '../../primary-record.ts';
import { generalCompetences, specificCompetences } from '../../terms/core-competence.ts';
import { coreQualities } from '../../terms/core-quality.ts';
import { primarySubjects } from '../../terms/primary-subject.ts';
import type { ReadProblem } from '../read-problem.ts';
import { outOfOrder } from './incoherent.ts';

const rated = 'NhanXet/PhamChatNangLuc';

/** The tables of the primary form hold their own rows, in their order. */
export function checkPrimaryCoherence({
  subjects,
  qualitiesAndCompetences: given,
}: PrimaryYearSheet): readonly ReadProblem[] {
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
  return [
    ...outOfOrder(
      subjects.map(({ subject }) => subject),
      primarySubjects,
      'KetQua',
    ),
    ...outOfOrder(names(given.qualities), coreQualities, `${rated}/PhamChat`),
    ...outOfOrder(names(given.generalCompetences), generalCompetences, `${rated}/NangLucChung`),
    ...outOfOrder(names(given.specificCompetences), specificCompetences, `${rated}/NangLucDacThu`),
  ];
}
