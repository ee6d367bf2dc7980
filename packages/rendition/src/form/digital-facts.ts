import { qrCodeSvg } from '../pdf/qr-code.ts';

/** What the digital record adds to the paper's cover, beside the QR code of its address. */
export interface DigitalFactsView {
  readonly qr: string;
  readonly lookupUrl: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

/** @law KH213/KH-BGDĐT PL 1 1.2 */
export function digitalFacts(lookupUrl: string, rows: DigitalFactsView['rows']): DigitalFactsView {
  return { qr: qrCodeSvg(lookupUrl), lookupUrl, rows };
}

export const effectiveDateRow: DigitalFactsView['rows'][number] = [
  'Ngày hiệu lực',
  'kể từ ngày chốt dữ liệu; tra cứu tại cổng',
];

/** A digest in groups of eight digits, so that it can break into lines and be read out. */
export function groupedDigest(hex: string): string {
  return hex.match(/.{1,8}/g)?.join(' ') ?? '';
}
