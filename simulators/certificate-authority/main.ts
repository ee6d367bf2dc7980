import { readConfig } from './config.ts';
import { startCertificateAuthority } from './start.ts';

const [settings] = process.argv.slice(2);
if (settings === undefined) throw new Error('usage: node main.ts settings.json');
const authority = await startCertificateAuthority(readConfig(settings));
console.log(`certificate-authority: ${authority.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void authority.close());
