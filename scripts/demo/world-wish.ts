import type { Ports, ProcessName } from './ports.ts';

export interface WorldWish {
  /** Where everything of this world lives; deleting it is starting over. */
  readonly directory: string;
  readonly ports: Ports;
  readonly log: (sentence: string) => void;
  /** A superuser's address of a cluster that runs already; else one is found or started. */
  readonly adminUrl?: string;
  /** Prefix of database names, so that worlds can share a cluster. */
  readonly databasePrefix?: string;
  /** Drops the databases of this prefix first: a server given by DATABASE_URL keeps them when the directory goes. */
  readonly startOver?: boolean;
  readonly webDirectory: string | null;
  readonly profile?: string;
  /** Installs that are not started; everything of theirs is made all the same. */
  readonly without?: readonly ProcessName[];
}
