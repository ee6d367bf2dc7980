export { type Config, type InstallKind, type Peer, readConfig } from './config.ts';
export { type RunningInstall, startInstall } from './start.ts';
