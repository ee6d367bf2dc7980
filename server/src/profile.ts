import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchoolLevel, SignatureProfile } from '@hocba/record';

/** A value with the time it holds and where it is written. `to` is the last day. */
export interface Dated<T> {
  readonly value: T;
  readonly from: string;
  readonly to?: string;
  readonly source: string;
}

export type Cohort = 'completed' | 'notYetCompletedOrFaulty';

/** Hạn: "before" a day, for one school year, step and cohort; `grades` where a text singles some out. */
export interface Deadline {
  readonly schoolYear: string;
  readonly step: 'sign' | 'schoolToRegistry' | 'provinceToMinistry';
  readonly cohort: Cohort;
  readonly grades?: readonly number[];
  readonly before: string;
  readonly source: string;
}

/** What differs by province, level and year. */
export interface Profile {
  readonly name: string;
  readonly rootRegistry: readonly Dated<'province' | 'ministry'>[];
  /** By level; an entry that names none is of primary schools. */
  readonly signatureProfile: readonly (Dated<SignatureProfile> & { readonly levels?: readonly SchoolLevel[] })[];
  /** Who seals the PDF as well: always the school, by option the principal first. */
  readonly pdfSignatures: readonly Dated<'seal' | 'principalAndSeal'>[];
  readonly deadlines: readonly Deadline[];
}

const PROFILES = join(import.meta.dirname, '../profiles');

/** @throws Error when the profile does not exist. */
export function readProfile(name: string): Profile {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`unusable profile name: ${name}`);
  return JSON.parse(readFileSync(join(PROFILES, `${name}.json`), 'utf8')) as Profile;
}

/** The value in force on a day (`YYYY-MM-DD`). @throws Error when the profile is silent for that day. */
export function inForce<T>(values: readonly Dated<T>[], day: string): T {
  const found = values.find((dated) => dated.from <= day && (dated.to === undefined || day <= dated.to));
  if (!found) throw new Error(`the profile has no value for ${day}`);
  return found.value;
}

/** Who signs the year sheets of a school level on a day. @throws Error when the profile is silent. */
export function signatureProfileFor(profile: Profile, level: SchoolLevel, day: string): SignatureProfile {
  return inForce(signatureProfilesOf(profile, level), day);
}

/** Every signature profile schools of a level ever had. */
export function signatureProfilesOf({ signatureProfile }: Profile, level: SchoolLevel) {
  return signatureProfile.filter(({ levels = ['primary'] }) => levels.includes(level));
}
