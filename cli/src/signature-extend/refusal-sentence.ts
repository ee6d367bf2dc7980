import type { ExtensionRefusal, SignatureJudgement } from '@hocba/signature';
import { findingSentence, indicationSentence } from '../signature-check/sentences.ts';

/** Why a file is not extended, and what to do. */
export function refusalSentence(refusal: ExtensionRefusal): string {
  switch (refusal.why) {
    case 'no-signature':
      return 'Tệp không có chữ ký số nào.';
    case 'no-timestamp-authority':
      return 'Mức B-LTA cần dấu thời gian mới: hãy ghi --tsa ĐỊA_CHỈ hoặc --tsa TỆP.';
    case 'without-timestamp':
      return `Chữ ký “${refusal.id}” chưa có dấu thời gian nên không chứng minh được ký lúc nào; không mở rộng được.`;
    case 'not-valid':
      return `Chữ ký “${idOf(refusal)}” hiện chưa được kết luận là hợp lệ. ${whyOf(refusal.judgement)}`;
    case 'not-proven-alone':
      return `Bằng chứng kèm vào chưa đủ để chữ ký “${idOf(refusal)}” tự chứng minh. ${whyOf(refusal.judgement)}`;
    case 'timestamp-not-valid':
      return `Dấu thời gian mới của chữ ký “${idOf(refusal)}” không tin được với những gì đã cho. ${timestampWhy(refusal.judgement)}`;
  }
}

/** As `hocba signature check` ends for such a file; 2 where more material could help. */
export function refusalExitCode(refusal: ExtensionRefusal): number {
  if (refusal.why === 'no-timestamp-authority') return 64;
  return 'judgement' in refusal && refusal.judgement.indication === 'TOTAL-FAILED' ? 1 : 2;
}

function idOf({ judgement }: { judgement: SignatureJudgement }): string {
  return judgement.evidence.id;
}

function whyOf(judgement: SignatureJudgement): string {
  const errors = judgement.findings.filter(({ severity }) => severity === 'error');
  if (judgement.indication === 'TOTAL-PASSED') return timestampWhy(judgement);
  return [indicationSentence(judgement), ...errors.map((one) => `${findingSentence(one)} (${one.detail})`)].join(' ');
}

function timestampWhy({ timestamps }: SignatureJudgement): string {
  const bad = timestamps.find(({ indication }) => indication !== 'PASSED');
  if (bad === undefined) return 'Hãy bổ sung CRL hoặc OCSP bằng --crls, --ocsp.';
  const details = bad.findings.map(({ detail }) => detail).join('; ');
  return `${indicationSentence(bad)} (${details}). Hãy bổ sung chứng thư và CRL của nơi cấp dấu thời gian.`;
}
