export { type Client, type GivenConfig, type RemoteSigningConfig, readConfig } from './config.ts';
export { type RemoteSigning, startRemoteSigning } from './start.ts';
