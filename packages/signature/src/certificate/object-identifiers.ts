/** Object identifiers of certificates and what is built on them. */

export const extensionOid = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  freshestCrl: '2.5.29.46',
  inhibitAnyPolicy: '2.5.29.54',
  noRevAvail: '2.5.29.56',
  expiredCertificatesOnCrl: '2.5.29.60',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  qcStatements: '1.3.6.1.5.5.7.1.3',
  ocspArchiveCutoff: '1.3.6.1.5.5.7.48.1.6',
  ocspNonce: '1.3.6.1.5.5.7.48.1.2',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const;

export const keyPurposeOid = {
  any: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  documentSigning: '1.3.6.1.5.5.7.3.36',
} as const;

export const anyPolicy = '2.5.29.32.0';

export const accessMethodOid = { ocsp: '1.3.6.1.5.5.7.48.1', caIssuers: '1.3.6.1.5.5.7.48.2' } as const;

/** Name attributes: identifier, short name of RFC 4514, OID. */
export const nameAttributes = {
  commonName: { short: 'CN', oid: '2.5.4.3' },
  surname: { short: 'SN', oid: '2.5.4.4' },
  serialNumber: { short: 'SERIALNUMBER', oid: '2.5.4.5' },
  country: { short: 'C', oid: '2.5.4.6' },
  locality: { short: 'L', oid: '2.5.4.7' },
  province: { short: 'ST', oid: '2.5.4.8' },
  organisation: { short: 'O', oid: '2.5.4.10' },
  organisationalUnit: { short: 'OU', oid: '2.5.4.11' },
  title: { short: 'T', oid: '2.5.4.12' },
  givenName: { short: 'GN', oid: '2.5.4.42' },
  organisationIdentifier: { short: 'organizationIdentifier', oid: '2.5.4.97' },
  uid: { short: 'UID', oid: '0.9.2342.19200300.100.1.1' },
  domainComponent: { short: 'DC', oid: '0.9.2342.19200300.100.1.25' },
  email: { short: 'E', oid: '1.2.840.113549.1.9.1' },
} as const;

export type NameAttribute = keyof typeof nameAttributes;
