#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The sources are TypeScript that Node itself strips; older ones hand over to the Node installed with the packages. */
const neededVersion = 24;

if (Number(process.versions.node.split('.')[0]) >= neededVersion) {
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const newer = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  if (!existsSync(newer)) {
    process.stderr.write(
      `hocba cần Node.js ${neededVersion} trở lên; máy đang dùng ${process.versions.node}. Hãy cài Node.js mới, hoặc chạy “npm install” trong thư mục hocba.\n`,
    );
    process.exit(64);
  }
  const { status, signal } = spawnSync(newer, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
}
