import { readConfig } from './config.ts';
import { startInstall } from './start.ts';

const path = process.argv[2];
if (!path) {
  process.stderr.write('Usage: hocba-server SETTINGS.json\n');
  process.exit(64);
}
const config = readConfig(path);
const running = await startInstall(config);
process.stdout.write(`ready ${config.install} ${config.publicUrl}\n`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
