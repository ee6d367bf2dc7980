import regularUrl from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';
import italicUrl from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import boldUrl from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import boldItalicUrl from '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf?url';
import { attachedFile, mainFile, yearSheetLayout } from '@hocba/rendition/layout';
import type { Rerender } from '@hocba/verify';
import start, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import engineUrl from '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm?url';

const templates = import.meta.glob<string>('../../../packages/rendition/src/**/*.typ', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const templatesRoot = '../../../packages/rendition/src';

/** Diagnostics as plain text. */
const plainDiagnostics = 1;

/** All the engine may read it was given. */
const noOtherFiles = [
  () => new Date(0),
  () => true,
  (path: string) => path,
  (path: string) => {
    throw new Error(`the form asks for ${path}, which it was not given`);
  },
] as const;

/**
 * The builder's constructor makes its first readers of text, with `new Function`, which the page's policy forbids: no
 * script there comes of a string. While it runs, this thread makes them of code; they are replaced before they are used.
 */
function newBuilder(): TypstCompilerBuilder {
  const ownFunction = globalThis.Function;
  const neverCalled = () => {
    throw new Error('the engine asks for a file or a package it was not given');
  };
  globalThis.Function = new Proxy(ownFunction, { construct: () => neverCalled, apply: () => neverCalled });
  try {
    return new TypstCompilerBuilder();
  } finally {
    globalThis.Function = ownFunction;
  }
}

let engine: Promise<TypstCompiler> | undefined;

/** The form drawn again by the engine that issues it, built for browsers. Its bytes differ (no PDF/A), its text does not. */
export const drawForm: Rerender = async (rendition) => {
  engine ??= startEngine();
  const compiler = await engine;
  const layout = yearSheetLayout(rendition);
  compiler.map_shadow('/data.json', new TextEncoder().encode(JSON.stringify(layout.data)));
  for (const [index, { bytes }] of (layout.attachments ?? []).entries()) {
    compiler.map_shadow(`/${attachedFile(index)}`, bytes);
  }
  compiler.add_source('/main.typ', mainFile(layout));
  const { result, diagnostics } = compiler.compile('/main.typ', undefined, 'pdf', plainDiagnostics);
  if (!(result instanceof Uint8Array)) throw new Error(`the form could not be drawn: ${String(diagnostics)}`);
  return result;
};

async function startEngine(): Promise<TypstCompiler> {
  await start({ module_or_path: fetch(engineUrl) });
  const builder = newBuilder();
  await builder.set_access_model({}, ...noOtherFiles);
  for (const url of [regularUrl, italicUrl, boldUrl, boldItalicUrl]) {
    await builder.add_raw_font(new Uint8Array(await (await fetch(url)).arrayBuffer()));
  }
  const compiler = await builder.build();
  for (const [path, source] of Object.entries(templates)) {
    compiler.add_source(path.slice(templatesRoot.length), source);
  }
  return compiler;
}
