import { connect } from 'node:net';

/** Processes of the world, in the order of their ports. */
export const processNames = [
  'school',
  'province',
  'ministry',
  'portal',
  'certificateAuthority',
  'remoteSigning',
] as const;
export type ProcessName = (typeof processNames)[number];
export type Ports = Readonly<Record<ProcessName, number>>;

/** Six ports from `base` on. */
export function portsFrom(base: number): Ports {
  return Object.fromEntries(processNames.map((name, index) => [name, base + index])) as Ports;
}

/** @throws Error with a sentence for a person when one is in use. */
export async function requireFreePorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (!(await answers(port))) continue;
    throw new Error(
      `Cổng ${port} (${name}) đang được chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: HOCBA_PORT=5200 npm run demo\n` +
        `Port ${port} (${name}) is in use. Stop that program or choose other ports: HOCBA_PORT=5200 npm run demo`,
    );
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
