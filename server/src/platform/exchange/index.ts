// Between installs: outbox to wire, wire to inbox, each message acted on once and answered under the receiver's signature.
export { acknowledge, decline, receiptFor } from './answers.ts';
export { serveExchange } from './exchange-route.ts';
export { type InboxState, readInbox } from './inbox.ts';
export { type Backlog, readBacklog } from './outbox-rows.ts';
export { findPeer, peersOfKind } from './peers.ts';
export { relayMessages } from './relay-messages.ts';
