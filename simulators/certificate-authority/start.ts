import fastify from 'fastify';
import { completeConfig, type GivenConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { FaultSwitch } from './faults.ts';
import { openHierarchy } from './hierarchy.ts';
import { IssuedCertificates } from './issued-certificates.ts';
import { issuingRoutes } from './issuing.routes.ts';
import { publicRoutes } from './public.routes.ts';
import { TimestampSerials } from './timestamp-serials.ts';

const largestRequest = 64 * 1024;

/** A running simulator. */
export interface CertificateAuthority {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the database, makes its keys on the first start, and listens. Throws for wrong settings or a taken port. */
export async function startCertificateAuthority(given: GivenConfig): Promise<CertificateAuthority> {
  const config = completeConfig(given);
  const pool = await openDatabase(config.databaseUrl);
  const app = fastify({ bodyLimit: largestRequest });
  const close = async () => {
    await app.close();
    await pool.end();
  };
  try {
    const hierarchy = await openHierarchy(pool, config);
    const issued = new IssuedCertificates(pool);
    const service = {
      config,
      hierarchy,
      issued,
      timestampSerials: new TimestampSerials(pool),
      faults: new FaultSwitch(),
    };
    issuingRoutes(app, service);
    publicRoutes(app, service);
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: config.publicUrl, close };
}
