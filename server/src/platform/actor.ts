/** Chức vụ that carries duties in the system. */
export type Position =
  | 'principal'
  | 'vicePrincipal'
  | 'homeroomTeacher'
  | 'subjectTeacher'
  | 'academicClerk'
  | 'sealClerk'
  | 'administrator'
  | 'communeOfficer'
  | 'provincialOfficer'
  | 'ministryOfficer';

/** The signed-in person as the server knows them; never taken from the browser. */
export interface Actor {
  readonly accountId: string;
  /** The school, or for officers the organisation of the registry. */
  readonly schoolId: string;
  readonly fullName: string;
  readonly staffId: string | null;
  readonly positions: readonly Position[];
  readonly communeCode: string | null;
}

export function holds(actor: Actor, ...positions: readonly Position[]): boolean {
  return positions.some((position) => actor.positions.includes(position));
}
