import { readSettings } from '../signing-provider/settings.ts';
import { startSigningRasV1 } from './start.ts';

const [settings] = process.argv.slice(2);
if (settings === undefined) throw new Error('usage: node main.ts settings.json');
const service = await startSigningRasV1(readSettings(settings));
console.log(`signing-ras-v1: ${service.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
