import type { StatusEvidence, VerificationReport } from '@hocba/verify';
import type { Tone } from './pages/words.ts';
import { stateWords, vietnameseDay } from './pages/words.ts';
import type { PublishedRecord } from './published.store.ts';

/** How a checked file stands to what the registry published. */
export interface RegistryRelation {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence: string;
}

/** What the registry says of exactly this file, for the check of recall. */
export function statusOf(record: PublishedRecord, asOf: Date): StatusEvidence {
  return { state: statusState(record.state), asOf: `${asOf.toISOString().slice(0, 19)}Z` };
}

function statusState(state: PublishedRecord['state']): StatusEvidence['state'] {
  switch (state) {
    case 'locked':
    case 'recallRequested':
      return 'inForce';
    case 'received':
      return 'notYetInForce';
    case 'replaced':
      return 'replaced';
    case 'recalled':
    case 'withdrawn':
      return 'recalled';
  }
}

export interface ToRelate {
  readonly report: VerificationReport;
  /** SHA-256 of the file as it was dropped. */
  readonly digest: string;
  /** All published versions of the record the file says it is. */
  readonly versions: readonly PublishedRecord[];
}

/** In words: the very file the registry holds, another one, an older version, or nothing known. */
export function relateToRegistry({ report, digest, versions }: ToRelate): RegistryRelation {
  const said = report.record;
  if (!said) return nothingToCompare;
  if (versions.length === 0) return unknown;
  const same = versions.find((each) => each.version === said.version);
  const newest = versions.find((each) => each.state !== 'withdrawn' && each.version > said.version);
  if (!same) return other;
  const isFile = same.xmlDigest === digest || same.pdfDigest === digest;
  if (!isFile && same.xmlDigest !== said.xmlSha256) return other;
  const day = same.effectiveDate === null ? null : vietnameseDay(same.effectiveDate);
  const { tone, title, sentence } = stateWords(same.state, day);
  const newer = newest ? ` Đã có phiên bản ${newest.version}, mới hơn tệp này.` : '';
  const which = isFile
    ? 'Tệp trùng từng byte với bản cơ sở dữ liệu học bạ đang giữ.'
    : 'Dữ liệu gốc (XML) trùng với bản cơ sở dữ liệu học bạ đang giữ, nhưng tệp PDF thì khác.';
  return { tone: isFile ? tone : 'wait', title: `Cơ sở dữ liệu: ${title}`, sentence: `${sentence} ${which}${newer}` };
}

const unknown: RegistryRelation = {
  tone: 'quiet',
  title: 'Cơ sở dữ liệu: chưa có thông tin',
  sentence: 'Cổng chưa nhận được công bố nào về học bạ này. Kết quả kiểm tra trên chỉ dựa vào chính tệp.',
};

const nothingToCompare: RegistryRelation = {
  tone: 'quiet',
  title: 'Cơ sở dữ liệu: không đối chiếu được',
  sentence: 'Không đọc được học bạ số nào trong tệp nên cổng không có gì để đối chiếu với cơ sở dữ liệu.',
};

const other: RegistryRelation = {
  tone: 'bad',
  title: 'Cơ sở dữ liệu: không phải bản đang giữ',
  sentence: 'Cơ sở dữ liệu học bạ giữ bản khác của học bạ này. Hãy tra cứu theo mã để tải bản đúng.',
};
