import { encode } from 'uqr';

/**
 * The QR code of `text` as SVG: one path, no pixels. The mask is fixed, so equal text gives equal bytes.
 * @spec ISO/IEC 18004
 */
export function qrCodeSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', boostEcc: false, maskPattern: 3, border: 0 });
  const path = data.map((row, y) =>
    darkRuns(row)
      .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
      .join(''),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`;
}

/** [start, length] of each run of dark modules in a row: runs leave no hairlines between modules. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark && last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else if (dark) runs.push([x, 1]);
  }
  return runs;
}
