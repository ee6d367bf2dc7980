export { openBrowser } from './browser.ts';
export { type TemporaryDatabase, temporaryDatabase, testCluster } from './databases.ts';
export { freePort, freePorts } from './free-port.ts';
export { root, type Start, type StoryProcess, startProcess } from './start-process.ts';
export { type Patience, waitUntil } from './wait-until.ts';
