/** The command cannot even begin; the message is Vietnamese and says what to do. */
export class UsageError extends Error {}

/** EX_USAGE of sysexits; 0 to 3 are answers about files. */
export const usageExitCode = 64;
