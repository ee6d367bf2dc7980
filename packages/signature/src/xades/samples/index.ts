/** Attacks on a signed record, each with the reason it must be refused for. */
import { algorithmAttacks } from './algorithm-attacks.ts';
import type { Attack } from './attack-sample.ts';
import { hostileXmlAttacks } from './hostile-xml-attacks.ts';
import { keyAttacks } from './key-attacks.ts';
import { referenceAttacks } from './reference-attacks.ts';
import { structureAttacks } from './structure-attacks.ts';
import { unsignedAttacks } from './unsigned-attacks.ts';
import { wrappingAttacks } from './wrapping-attacks.ts';

export { type Attack, type AttackSample, attackSample } from './attack-sample.ts';

export const attacks: readonly Attack[] = [
  ...wrappingAttacks,
  ...structureAttacks,
  ...referenceAttacks,
  ...algorithmAttacks,
  ...keyAttacks,
  ...unsignedAttacks,
  ...hostileXmlAttacks,
];
