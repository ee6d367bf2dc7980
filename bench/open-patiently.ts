import { open } from '../scripts/demo/fill-school.ts';
import { type HttpClient, Refusal } from '../scripts/demo/http-client.ts';
import type { BenchWorld } from './bench-world.ts';

type Person = BenchWorld['reference']['facts']['principal'];

/** Signs in; when too many did in this minute, as nobody but a bench does, waits. Not to be done inside a measured time. */
export async function openPatiently({ world }: BenchWorld, person: Person): Promise<HttpClient> {
  for (;;) {
    try {
      return await open(world, person);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 429) throw error;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
}
