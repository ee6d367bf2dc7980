import { setTimeout as wait } from 'node:timers/promises';
import type { ProcessName } from '../../../scripts/demo/ports.ts';
import type { SeededRandom } from '../../../simulators/sector-database/seeded-random.ts';
import type { StoryWorld } from './story-world.ts';

/** Kills so far, by process. */
export type Toll = Map<ProcessName, number>;

export interface Killing {
  readonly victims: readonly ProcessName[];
  /** Blows to strike while the work lasts; a blow hits one process, or all of them as a power cut does. */
  readonly blows: number;
  readonly random: SeededRandom;
  readonly toll: Toll;
}

/** Runs `work` while processes are killed with SIGKILL at random moments and started again; stops when the work is done. */
export async function whileBeingKilled<T>(world: StoryWorld, killing: Killing, work: () => Promise<T>): Promise<T> {
  let over = false;
  const working = work().finally(() => {
    over = true;
  });
  const striking = (async () => {
    for (let blow = 0; blow < killing.blows && !over; blow += 1) {
      await wait(killing.random.between(0, 900));
      if (!over) await strike(world, killing);
    }
  })();
  const [result] = await Promise.all([working, striking]);
  return result;
}

async function strike(world: StoryWorld, { victims, random, toll }: Killing): Promise<void> {
  const hit = random.chance(0.3) ? victims : [random.pick(victims)];
  for (const name of hit) toll.set(name, (toll.get(name) ?? 0) + 1);
  await Promise.all(hit.map((name) => world.processes[name].restart()));
}

export function total(toll: Toll): number {
  return [...toll.values()].reduce((sum, count) => sum + count, 0);
}
