import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

/** Tinos, metrically Times New Roman, complete for Vietnamese. Read once a thread; nothing else is ever used. */
export function loadFonts(): Buffer[] {
  return FACES.map((face) => readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)));
}
