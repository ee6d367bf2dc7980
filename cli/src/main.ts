import { UsageError, usageExitCode } from './usage-error.ts';
import { endWithReader } from './write.ts';

/** Runs one command with its arguments; resolves to the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  certificate: async () => (await import('./commands/certificate-check.ts')).certificate,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluate,
  render: async () => (await import('./commands/render.ts')).render,
  signature: async () => (await import('./commands/signature-check.ts')).signature,
  verify: async () => (await import('./commands/verify.ts')).verify,
  help: async () => (await import('./commands/help.ts')).help,
};

/** The `hocba` command. Resolves to the exit code; says what is wrong on standard error. */
export async function main(args: readonly string[]): Promise<number> {
  endWithReader();
  const [given = 'help', ...rest] = args;
  const name = ['--help', '-h'].includes(given) ? 'help' : given;
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(`Không có lệnh “${name}”. Gõ “hocba help” để xem các lệnh.`);
    const command = await load();
    return await command(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`hocba: ${error.message}\n`);
    return usageExitCode;
  }
}
