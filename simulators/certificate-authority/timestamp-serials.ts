import type { Pool } from 'pg';

const blockSize = 100_000n;

/**
 * Serial numbers for timestamps, each used once. They are taken from the database in blocks before use: a killed process
 * wastes the rest of its block and never gives a number twice, and a stamp needs no write.
 */
export class TimestampSerials {
  readonly #pool: Pool;
  #next = 0n;
  #end = 0n;
  #refill: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Hex. */
  async take(): Promise<string> {
    while (this.#next >= this.#end) {
      this.#refill ??= this.#takeBlock().finally(() => {
        this.#refill = undefined;
      });
      await this.#refill;
    }
    const serial = this.#next;
    this.#next += 1n;
    return serial.toString(16);
  }

  async #takeBlock(): Promise<void> {
    const { rows } = await this.#pool.query<{ next_serial: string }>(
      `insert into serial_block (name, next_serial) values ('timestamp', 1 + $1::bigint)
       on conflict (name) do update set next_serial = serial_block.next_serial + $1 returning next_serial`,
      [blockSize.toString()],
    );
    const end = BigInt(rows[0]?.next_serial ?? 0);
    this.#next = end - blockSize;
    this.#end = end;
  }
}
