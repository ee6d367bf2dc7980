import { type Certificate, type PathReport, parseCertificate } from '@hocba/signature';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';

export interface FitnessQuestion {
  readonly certificate: Uint8Array;
  readonly path: PathReport;
  /** The name the sheet expects: a person's, or the school's for the seal. */
  readonly expectedName: string;
  readonly schoolName: string;
  readonly forSeal: boolean;
}

/**
 * Before signing: is this certificate good now, and is it this person's (or the school's), not another's? There is no
 * "are you sure": a wrong certificate is refused. @law Thông tư về chữ ký số, kiểm tra chứng thư trước khi ký (domain 6.2)
 */
export function certificateFitness(question: FitnessQuestion): Permission {
  const status = pathPermission(question.path);
  return status.allowed ? holderPermission(parseCertificate(question.certificate), question) : status;
}

function pathPermission(path: PathReport): Permission {
  if (path.indication === 'passed') return allowed;
  switch (path.subIndication) {
    case 'REVOKED':
    case 'REVOKED_NO_POE':
      return refused('Chứng thư số đã bị thu hồi. Hãy dùng chứng thư khác đang có hiệu lực.');
    case 'EXPIRED':
    case 'OUT_OF_BOUNDS_NO_POE':
      return refused('Chứng thư số đã hết hạn. Hãy gia hạn hoặc đăng ký chứng thư mới.');
    case 'NOT_YET_VALID':
      return refused('Chứng thư số chưa đến ngày có hiệu lực.');
    case 'NO_CERTIFICATE_CHAIN_FOUND':
      return refused('Chứng thư số không do tổ chức chứng thực được chấp nhận cấp.');
    case 'TRY_LATER':
      return refused(
        'Chưa kiểm tra được trạng thái chứng thư số (không liên lạc được với tổ chức chứng thực). Hãy thử lại sau ít phút.',
      );
    default:
      return refused(`Chứng thư số không dùng để ký được (${path.subIndication ?? path.indication}).`);
  }
}

function holderPermission(
  certificate: Certificate,
  { expectedName, schoolName, forSeal }: FitnessQuestion,
): Permission {
  const { commonName, organisation } = certificate.subject;
  if (!sameText(commonName, expectedName)) {
    return refused(
      forSeal
        ? `Chứng thư số mang tên “${commonName ?? ''}”, không phải con dấu của ${schoolName}. Hãy dùng đúng chứng thư của trường.`
        : `Chứng thư số mang tên “${commonName ?? ''}”, không phải của ${expectedName}. Hãy dùng đúng chứng thư của mình.`,
    );
  }
  if (!sameText(organisation, schoolName)) {
    return refused(`Chứng thư số thuộc đơn vị “${organisation ?? ''}”, không phải ${schoolName}.`);
  }
  return allowed;
}

function sameText(a: string | undefined, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi');
  return a !== undefined && plain(a) === plain(b);
}
