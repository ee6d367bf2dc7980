import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refusal } from '../../server.ts';
import { handInPrepared } from './carry-over.client.ts';
import { type ChosenFile, type Delivery, deliveriesOf, readChosen } from './deliveries.ts';

export type DeliveryState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const waiting: DeliveryState = { kind: 'waiting' };

/** Chosen files on their way to the server, a class after the other; what is refused stays to be sent again. */
export function useDeliveries() {
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [states, setStates] = useState<ReadonlyMap<string, DeliveryState>>(new Map());
  const [busy, setBusy] = useState(false);
  const deliveries = deliveriesOf(files);
  const stateOf = ({ id }: Delivery) => states.get(id) ?? waiting;
  const note = (id: string, state: DeliveryState) => setStates((before) => new Map(before).set(id, state));
  const left = deliveries.filter((delivery) => stateOf(delivery).kind !== 'taken');

  const choose = async (chosen: readonly File[]) => {
    const read = await readChosen(chosen);
    const names = new Set(read.files.map(({ name }) => name));
    // What is in already stays in the list; a file chosen again takes the place of the one of its name.
    const taken = deliveries.filter((delivery) => stateOf(delivery).kind === 'taken').flatMap((each) => each.files);
    const kept = files.filter((file) => taken.includes(file) || !names.has(file.name));
    setFiles([...kept, ...read.files]);
    setStates((before) => new Map([...before].filter(([, { kind }]) => kind === 'taken')));
    setLeftOut(read.leftOut);
  };
  const send = async () => {
    setBusy(true);
    for (const { id, schoolYear, files: ofClass } of left) {
      note(id, { kind: 'sending' });
      try {
        note(id, { kind: 'taken', count: (await handInPrepared(schoolYear, ofClass)).carriedOver });
      } catch (error) {
        note(id, { kind: 'refused', refusal: error as Refusal });
      }
    }
    setBusy(false);
    await queries.invalidateQueries();
  };
  const clear = () => {
    setFiles([]);
    setStates(new Map());
    setLeftOut([]);
  };
  return { deliveries, left, leftOut, stateOf, busy, choose, send, clear };
}

export type Deliveries = ReturnType<typeof useDeliveries>;
