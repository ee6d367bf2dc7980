import { nameOf, type PdfDictionary, type PdfFile } from '../../pdf/index.ts';
import { textOfString } from '../../pdf/text-bytes.ts';
import { certificationLevel, type SignedField } from '../signature-value.ts';
import type { ChangeRules } from './change-permission.ts';

type Lock = (fieldName: string) => boolean;

/** What one signature, and every one before it, allows afterwards. */
export function changeRules(file: PdfFile, signatures: readonly SignedField[]): ChangeRules {
  const certifications = signatures.map(({ dictionary }) => certificationLevel(file, dictionary));
  const lockLevels = signatures.map(({ field }) =>
    levelOf(file, file.dictionary(field.dictionary.entries.get('Lock'))),
  );
  const stated = [...certifications, ...lockLevels].filter((level) => level !== undefined);
  const locks = signatures.flatMap((signed) => locksOf(file, signed));
  return {
    certified: certifications.some((level) => level !== undefined),
    ...(stated.length > 0 && { docMdp: Math.min(...stated) }),
    isLocked: (fieldName) => locks.some((lock) => lock(fieldName)),
  };
}

/** /P of a lock narrows what may be done, as a certification would. @spec ISO 32000-2 table 236 */
function levelOf(file: PdfFile, lock: PdfDictionary | undefined): number | undefined {
  const level = file.resolve(lock?.entries.get('P'));
  return level.kind === 'number' ? level.value : undefined;
}

/** @spec ISO 32000-1 12.7.4.5, 12.8.2.4 */
function locksOf(file: PdfFile, { dictionary, field }: SignedField): readonly Lock[] {
  const transforms = file.items(dictionary.entries.get('Reference')).flatMap((item) => {
    const reference = file.dictionary(item);
    if (nameOf(file.resolve(reference?.entries.get('TransformMethod'))) !== 'FieldMDP') return [];
    return [file.dictionary(reference?.entries.get('TransformParams'))];
  });
  return [...transforms, file.dictionary(field.dictionary.entries.get('Lock'))].flatMap((lock) =>
    lock === undefined ? [] : [lockOf(file, lock)],
  );
}

function lockOf(file: PdfFile, lock: PdfDictionary): Lock {
  const action = nameOf(file.resolve(lock.entries.get('Action')));
  const names = file.items(lock.entries.get('Fields')).flatMap((item) => {
    const name = file.resolve(item);
    return name.kind === 'string' ? [textOfString(name.bytes)] : [];
  });
  const isListed = (fieldName: string) => names.some((name) => fieldName === name || fieldName.startsWith(`${name}.`));
  if (action === 'Include') return isListed;
  if (action === 'Exclude') return (fieldName) => !isListed(fieldName);
  return () => true;
}
