import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessName, portsFrom } from '../../../scripts/demo/ports.ts';
import { startWorld, type World } from '../../../scripts/demo/world.ts';
import { testCluster } from '../../harness/index.ts';
import { type AdminView, adminView } from './admin-view.ts';

/** A world of real processes for one story, in the test run's cluster; `end` leaves nothing behind. */
export interface StoryWorld extends World {
  /** A superuser's look into a database of the world, past row-level security. */
  readonly look: (name: ProcessName) => AdminView;
  readonly end: () => Promise<void>;
}

export interface StoryWish {
  /** Short, lower case: begins the names of databases and folder. */
  readonly purpose: string;
  /** Installs the story has no use for. */
  readonly without?: readonly ProcessName[];
  readonly profile?: string;
  /** Built staff screens to serve; none when absent. */
  readonly webDirectory?: string;
}

/** Ports below those the system lends to outgoing connections: a killed process must find its own free again. */
const FIRST_PORT = 4900;
const LAST_PORT = 4996;

export async function startStoryWorld(wish: StoryWish): Promise<StoryWorld> {
  const { purpose, without = [], profile, webDirectory = null } = wish;
  const directory = await mkdtemp(join(process.env['HOCBA_STORY_DIRECTORY'] ?? tmpdir(), `hocba-${purpose}-`));
  const adminUrl = await testCluster();
  const databasePrefix = `${purpose}_${Date.now().toString(36)}_`;
  const base = await freeBlock();
  const world = await startWorld({
    directory,
    adminUrl,
    databasePrefix,
    ports: portsFrom(base),
    log: () => undefined,
    webDirectory,
    without,
    ...(profile === undefined ? {} : { profile }),
  });
  const views = new Map<ProcessName, AdminView>();
  return {
    ...world,
    look: (name) => {
      const view = views.get(name) ?? adminView(adminUrl, databaseOf(world, name));
      views.set(name, view);
      return view;
    },
    end: async () => {
      await Promise.all(Object.values(world.processes).map((each) => each.kill()));
      await Promise.all([...views.values()].map((view) => view.close()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function databaseOf(world: World, name: ProcessName): string {
  return new URL(world.databases[name].ownerUrl.replace(/^postgresql:/, 'http:')).pathname.slice(1);
}

async function freeBlock(): Promise<number> {
  const size = Object.keys(portsFrom(0)).length;
  for (let base = FIRST_PORT; base + size <= LAST_PORT; base += size) {
    const ports = Array.from({ length: size }, (_, index) => base + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return base;
  }
  throw new Error(`no ${size} free ports in a row between ${FIRST_PORT} and ${LAST_PORT}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
