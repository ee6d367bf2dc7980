export * from './check-pades.ts';
export type { PadesTimestamp } from './check-token.ts';
export * from './locate-damage.ts';
export * from './measure-hole.ts';
export type { PadesFinding, PadesFindingCode } from './pades-finding.ts';
export * from './prepare-pades.ts';
export type { Region, RegionKind } from './region-map.ts';
export * from './revision-change.ts';
export type { SignatureAppearance } from './signature-field.ts';
