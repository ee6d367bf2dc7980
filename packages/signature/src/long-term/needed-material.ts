import type { RevocationEvidence } from '../revocation/index.ts';
import type { SignatureJudgement, TimestampJudgement } from '../validation/signature-judgement.ts';
import type { RawMaterial, ValidationMaterial } from '../validation/validation-material.ts';

/** What a judgement rests on, for the signature and each of its timestamps; DER, each once. */
export function neededMaterial(judgement: SignatureJudgement): RawMaterial {
  const judged: readonly (SignatureJudgement | TimestampJudgement)[] = [judgement, ...judgement.timestamps];
  const used = judged.flatMap(({ revocations }) => revocations.filter((one) => one !== undefined));
  const signers = used.map(({ signer }) => signer);
  const objects = (source: RevocationEvidence['source']) =>
    distinct(used.filter((one) => one.source === source).map(({ object }) => object.der));
  return {
    certificates: distinct([...judged.flatMap(({ path }) => path), ...signers].map(({ der }) => der)),
    crls: objects('crl'),
    ocsps: objects('ocsp'),
  };
}

/** All there is, as it would be written. */
export function rawMaterial({ certificates, crls, ocsps }: ValidationMaterial): RawMaterial {
  const der = ({ der: bytes }: { readonly der: Uint8Array }) => bytes;
  return { certificates: certificates.map(der), crls: crls.map(der), ocsps: ocsps.map(der) };
}

/** What is needed and not there yet. */
export function missingMaterial(needed: RawMaterial, present: RawMaterial): RawMaterial {
  const without = (all: readonly Uint8Array[], known: readonly Uint8Array[]) => {
    const names = new Set(known.map(nameOf));
    return all.filter((one) => !names.has(nameOf(one)));
  };
  return {
    certificates: without(needed.certificates, present.certificates),
    crls: without(needed.crls, present.crls),
    ocsps: without(needed.ocsps, present.ocsps),
  };
}

function distinct(all: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(all.map((one) => [nameOf(one), one])).values()];
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
