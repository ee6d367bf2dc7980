#!/usr/bin/env node
import { readSettings } from './settings.ts';
import { startAgent } from './start.ts';

const [settings] = process.argv.slice(2);
if (settings === undefined) throw new Error('usage: hocba-agent settings.json');
const agent = await startAgent(readSettings(settings));
console.log(`Chương trình ký: ${agent.url}`);
if (agent.newPairingCode) console.log(`Mã ghép nối, nhập một lần trên trang của trường: ${agent.newPairingCode}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void agent.close());
