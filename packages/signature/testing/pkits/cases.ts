/**
 * The NIST Public Key Interoperability Test Suite: which certificate, with which of the verifier's settings, is good.
 * Most tests say it in the name of their certificate file and use the default settings; those that do not are listed.
 */
export interface PkitsCase {
  /** Section of the suite's document. */
  readonly section: string;
  /** Name of the end certificate's file, without `.crt`. */
  readonly certificate: string;
  readonly expected: 'valid' | 'invalid';
  readonly settings?: PkitsSettings;
}

export interface PkitsSettings {
  readonly acceptablePolicies?: readonly string[];
  readonly requireExplicitPolicy?: true;
  readonly inhibitPolicyMapping?: true;
  readonly inhibitAnyPolicy?: true;
}

/** NIST-test-policy-n. */
const policies = (...numbers: readonly number[]): PkitsSettings => ({
  acceptablePolicies: numbers.map((number) => `2.16.840.1.101.3.2.1.48.${number}`),
});
const explicit: PkitsSettings = { requireExplicitPolicy: true };
const noMapping: PkitsSettings = { inhibitPolicyMapping: true };

type Row = readonly [section: string, certificate: string, expected: PkitsCase['expected'], settings?: PkitsSettings];

const rows: readonly Row[] = [
  ['4.8.1.1', 'ValidCertificatePathTest1EE', 'valid', explicit],
  ['4.8.1.2', 'ValidCertificatePathTest1EE', 'valid', { ...explicit, ...policies(1) }],
  ['4.8.1.3', 'ValidCertificatePathTest1EE', 'invalid', { ...explicit, ...policies(2) }],
  ['4.8.1.4', 'ValidCertificatePathTest1EE', 'valid', { ...explicit, ...policies(1, 2) }],
  ['4.8.2.1', 'AllCertificatesNoPoliciesTest2EE', 'valid'],
  ['4.8.2.2', 'AllCertificatesNoPoliciesTest2EE', 'invalid', explicit],
  ['4.8.3.1', 'DifferentPoliciesTest3EE', 'valid'],
  ['4.8.3.2', 'DifferentPoliciesTest3EE', 'invalid', explicit],
  ['4.8.3.3', 'DifferentPoliciesTest3EE', 'invalid', { ...explicit, ...policies(1, 2) }],
  ['4.8.4', 'DifferentPoliciesTest4EE', 'invalid'],
  ['4.8.5', 'DifferentPoliciesTest5EE', 'invalid'],
  ['4.8.6.1', 'OverlappingPoliciesTest6EE', 'valid'],
  ['4.8.6.2', 'OverlappingPoliciesTest6EE', 'valid', policies(1)],
  ['4.8.6.3', 'OverlappingPoliciesTest6EE', 'invalid', policies(2)],
  ['4.8.7', 'DifferentPoliciesTest7EE', 'invalid'],
  ['4.8.8', 'DifferentPoliciesTest8EE', 'invalid'],
  ['4.8.9', 'DifferentPoliciesTest9EE', 'invalid'],
  ['4.8.10.1', 'AllCertificatesSamePoliciesTest10EE', 'valid'],
  ['4.8.10.2', 'AllCertificatesSamePoliciesTest10EE', 'valid', policies(1)],
  ['4.8.10.3', 'AllCertificatesSamePoliciesTest10EE', 'valid', policies(2)],
  ['4.8.11.1', 'AllCertificatesanyPolicyTest11EE', 'valid'],
  ['4.8.11.2', 'AllCertificatesanyPolicyTest11EE', 'valid', policies(1)],
  ['4.8.12', 'DifferentPoliciesTest12EE', 'invalid'],
  ['4.8.13.1', 'AllCertificatesSamePoliciesTest13EE', 'valid', policies(1)],
  ['4.8.13.2', 'AllCertificatesSamePoliciesTest13EE', 'valid', policies(2)],
  ['4.8.13.3', 'AllCertificatesSamePoliciesTest13EE', 'valid', policies(3)],
  ['4.8.14.1', 'AnyPolicyTest14EE', 'valid', policies(1)],
  ['4.8.14.2', 'AnyPolicyTest14EE', 'invalid', policies(2)],
  ['4.8.15', 'UserNoticeQualifierTest15EE', 'valid'],
  ['4.8.16', 'UserNoticeQualifierTest16EE', 'valid'],
  ['4.8.17', 'UserNoticeQualifierTest17EE', 'valid'],
  ['4.8.18.1', 'UserNoticeQualifierTest18EE', 'valid', policies(1)],
  ['4.8.18.2', 'UserNoticeQualifierTest18EE', 'valid', policies(2)],
  ['4.8.19', 'UserNoticeQualifierTest19EE', 'valid'],
  ['4.8.20', 'CPSPointerQualifierTest20EE', 'valid'],
  ['4.10.1.1', 'ValidPolicyMappingTest1EE', 'valid', policies(1)],
  ['4.10.1.2', 'ValidPolicyMappingTest1EE', 'invalid', policies(2)],
  ['4.10.1.3', 'ValidPolicyMappingTest1EE', 'invalid', noMapping],
  ['4.10.2.1', 'InvalidPolicyMappingTest2EE', 'invalid'],
  ['4.10.2.2', 'InvalidPolicyMappingTest2EE', 'invalid', noMapping],
  ['4.10.3.1', 'ValidPolicyMappingTest3EE', 'invalid', policies(1)],
  ['4.10.3.2', 'ValidPolicyMappingTest3EE', 'valid', policies(2)],
  ['4.10.5.1', 'ValidPolicyMappingTest5EE', 'valid', policies(1)],
  ['4.10.5.2', 'ValidPolicyMappingTest5EE', 'invalid', policies(6)],
  ['4.10.6.1', 'ValidPolicyMappingTest6EE', 'valid', policies(1)],
  ['4.10.6.2', 'ValidPolicyMappingTest6EE', 'invalid', policies(6)],
  ['4.10.12.1', 'ValidPolicyMappingTest12EE', 'valid', policies(1)],
  ['4.10.12.2', 'ValidPolicyMappingTest12EE', 'valid', policies(2)],
  ['4.12.3.1', 'inhibitAnyPolicyTest3EE', 'valid'],
  ['4.12.3.2', 'inhibitAnyPolicyTest3EE', 'invalid', { inhibitAnyPolicy: true }],
];

/** Where the name says one thing and the settings of the test decide another, only the rows above count. */
const ownRowsOnly: ReadonlySet<string> = new Set(
  rows.filter(([section]) => !section.startsWith('4.8.1.')).map(([, certificate]) => certificate),
);

/** Every case for the certificate files of the suite, named without `.crt`. */
export function pkitsCases(certificates: readonly string[]): readonly PkitsCase[] {
  const byName = certificates.flatMap((certificate): PkitsCase[] => {
    const expected = /^(Valid|Invalid).*EE$/.exec(certificate)?.[1];
    if (expected === undefined || ownRowsOnly.has(certificate)) return [];
    return [{ section: 'by name', certificate, expected: expected === 'Valid' ? 'valid' : 'invalid' }];
  });
  const listed = rows.map(([section, certificate, expected, settings]) => {
    return { section, certificate, expected, ...(settings && { settings }) };
  });
  return [...byName, ...listed];
}
