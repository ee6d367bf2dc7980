import type { MessageKind } from '@hocba/protocol';
import type { AnswerHandlers } from '../messages.ts';
import type { Platform } from '../platform.ts';
import type { WorkHandler, WorkOutcome } from '../work/work.ts';
import { nextBatch, waitAfter } from './next-batch.ts';
import { listOpenMessages, markDelivered, type OpenMessage, recordAttempt } from './outbox-rows.ts';
import { sendMessage } from './send-message.ts';

const WINDOW = 16;
const LANES = 4;

/**
 * Sends what waits for one receiver, in number order, until each has a signed answer. The answer's effect and “delivered”
 * commit together: killed before, the message is sent again and the receiver answers as the first time.
 */
export function relayMessages(platform: Platform, receiver: string, answers: AnswerHandlers): WorkHandler {
  return async (): Promise<WorkOutcome> => {
    const open = await listOpenMessages(platform.database, receiver, WINDOW);
    if (open.length === 0) return 'done';
    const queue = [...nextBatch(open)];
    let failure: { message: OpenMessage; problem: string } | undefined;
    const worker = async () => {
      for (let lane = queue.shift(); lane !== undefined && !failure; lane = queue.shift()) {
        for (const message of lane) {
          const problem = await deliver(platform, message, answers);
          if (problem === undefined) continue;
          failure = { message, problem };
          break;
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, worker));
    return failure ? { afterMs: waitAfter(failure.message.attempts), problem: failure.problem } : 'again';
  };
}

/** Undefined when delivered; otherwise why not. */
async function deliver(platform: Platform, message: OpenMessage, answers: AnswerHandlers): Promise<string | undefined> {
  try {
    const signed = await sendMessage(platform, message);
    await platform.database.transaction({ schoolId: message.schoolId }, async (tx) => {
      if (!(await markDelivered(tx, message.messageId, platform.clock.now()))) return;
      await answers[message.kind as MessageKind]?.(tx, message, signed);
    });
    return undefined;
  } catch (error) {
    const problem = reasonOf(error);
    platform.log.warn({ receiver: message.receiver, messageId: message.messageId, problem }, 'message not delivered');
    await recordAttempt(platform.database, message.messageId, problem);
    return problem;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
