import type { HttpServer } from './http/server.ts';
import type { AnswerHandlers, MessageHandlers } from './messages.ts';
import type { Platform } from './platform.ts';
import type { WorkHandler } from './work/work.ts';

/** What a feature brings to an install: its routes, its background work, the messages it understands, and the answers. */
export interface Feature {
  readonly name: string;
  routes?(server: HttpServer, platform: Platform): void;
  work?(platform: Platform): Readonly<Record<string, WorkHandler>>;
  messages?(platform: Platform): MessageHandlers;
  answers?(platform: Platform): AnswerHandlers;
}
