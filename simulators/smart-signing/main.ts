import { readSettings } from '../signing-provider/settings.ts';
import { startSmartSigning } from './start.ts';

const [settings] = process.argv.slice(2);
if (settings === undefined) throw new Error('usage: node main.ts settings.json');
const service = await startSmartSigning(readSettings(settings));
console.log(`smart-signing: ${service.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
