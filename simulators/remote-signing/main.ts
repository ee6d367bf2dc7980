import { readConfig } from './config.ts';
import { startRemoteSigning } from './start.ts';

const [settings] = process.argv.slice(2);
if (settings === undefined) throw new Error('usage: node main.ts settings.json');
const service = await startRemoteSigning(readConfig(settings));
console.log(`remote-signing: ${service.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
