import { spawnSync } from 'node:child_process';

/** What openssl itself makes of the same key operations on one core, over a finished digest: `node bench/openssl-speed.ts`. */
const { stdout, error } = spawnSync('openssl', ['speed', '-seconds', '2', 'rsa2048', 'ecdsap256'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
if (error) console.log('openssl is not installed: no figures to set beside');
else
  for (const line of stdout.split('\n')) {
    const [, key, signs, verifies] = /^ *(rsa 2048|256) bits.*?([\d.]+) +([\d.]+)$/.exec(line) ?? [];
    if (key === undefined) continue;
    const name = key === '256' ? 'P-256' : 'RSA-2048';
    console.log(`openssl ${name}: sign ${milliseconds(signs)} ms, verify ${milliseconds(verifies)} ms`);
  }

function milliseconds(perSecond: string | undefined): string {
  return (1000 / Number(perSecond)).toFixed(3);
}
