import { writeAudit } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/database/database.ts';
import { acknowledge, decline } from '../../platform/exchange/index.ts';
import type { Answer, IncomingMessage, MessageHandler } from '../../platform/messages.ts';
import { enqueueMessage } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { registryAbove } from '../../registry-chain.ts';
import { publish } from './publish-record.ts';
import { lockHeld, moveHeld } from './registry.store.ts';

/** Rút học bạ: held no longer, unless it is locked already; then the lock stands and the school is told. */
export function takeWithdrawal(platform: Platform): MessageHandler<'withdrawal'> {
  return {
    from: ['school', 'province'],
    take: async (message) => ({ scope: 'install', effect: (tx) => withdraw(tx, platform, message) }),
  };
}

async function withdraw(tx: Tx, platform: Platform, message: IncomingMessage<'withdrawal'>): Promise<Answer> {
  const { sheet, reason } = message.body;
  const at = platform.clock.now();
  const held = (await lockHeld(tx, sheet)).find(
    (each) =>
      each.recordId === sheet.recordId && each.schoolYear === sheet.schoolYear && each.version === sheet.version,
  );
  if (held && held.schoolId !== sheet.schoolId) return decline(message.messageId, at, ofAnotherSchool);
  if (held?.state === 'locked') return decline(message.messageId, at, alreadyLocked);
  const moved = await moveHeld(tx, sheet, { from: ['received'], to: 'withdrawn' });
  if (!moved) return acknowledge(message.messageId, at);
  await publish(tx, platform, { sheet, state: 'withdrawn' });
  await passOn(tx, platform, message);
  await writeAudit(tx, {
    schoolId: sheet.schoolId,
    by: message.sender,
    at,
    action: 'withdrawRecord',
    subject: { kind: 'registryRecord', id: `${sheet.recordId}/${sheet.schoolYear}/${sheet.version}` },
    details: { reason },
  });
  return acknowledge(message.messageId, at);
}

async function passOn(tx: Tx, platform: Platform, { body }: IncomingMessage<'withdrawal'>): Promise<void> {
  const above = registryAbove(platform);
  if (!above) return;
  const { organisationId: receiver } = above;
  const at = platform.clock.now();
  await enqueueMessage(tx, { receiver, schoolId: body.sheet.schoolId, kind: 'withdrawal', payload: body, at });
}

const alreadyLocked = { code: 'record-locked', sentence: 'Học bạ đã chốt trước khi trường rút, nên vẫn có hiệu lực.' };
const ofAnotherSchool = { code: 'record-of-another-school', sentence: 'Học bạ này do trường khác nộp.' };
