import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const own = join(import.meta.dirname, 'assets');
const fonts = fileURLToPath(new URL('files/', import.meta.resolve('@fontsource/be-vietnam-pro/package.json')));

/** Style, script, icon and the font, read once; everything a page needs comes from here. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const fontNames = ['latin', 'latin-ext', 'vietnamese'].flatMap((subset) =>
    [400, 600].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
  );
  return new Map([
    ['portal.css', { type: 'text/css; charset=utf-8', bytes: readFileSync(join(own, 'portal.css')) }],
    ['portal.js', { type: 'text/javascript; charset=utf-8', bytes: readFileSync(join(own, 'portal.js')) }],
    ['icon.svg', { type: 'image/svg+xml', bytes: readFileSync(join(own, 'icon.svg')) }],
    ...fontNames.map((name) => [name, { type: 'font/woff2', bytes: readFileSync(join(fonts, name)) }] as const),
  ]);
}
