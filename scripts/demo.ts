import { runDemo } from './demo/run-demo.ts';

/** `npm run demo`. */
await runDemo(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
