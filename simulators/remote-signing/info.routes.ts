import type { FastifyInstance } from 'fastify';
import type { Service } from './service.ts';
import { KEY_FACTS, KEY_KINDS } from './signing/keys.ts';

const METHODS = [
  'oauth2/authorize',
  'oauth2/token',
  'oauth2/revoke',
  'credentials/list',
  'credentials/info',
  'credentials/authorize',
  'credentials/authorizeCheck',
  'signatures/signHash',
];

/** What this service can do; clients ask first and obey. */
export function infoRoutes(app: FastifyInstance, { config, pool }: Service): void {
  app.post('/csc/v2/info', async () => ({
    specs: '2.0.0.2',
    name: 'Dịch vụ ký số từ xa (mô phỏng)',
    logo: `${config.publicUrl}/logo.svg`,
    region: 'VN',
    lang: 'vi',
    description: 'Mô phỏng để thử nghiệm: khoá và chữ ký thật, không có giá trị pháp lý',
    authType: ['oauth2code', 'oauth2client'],
    oauth2: `${config.publicUrl}/csc/v2`,
    methods: METHODS,
    asynchronousOperationMode: false,
    signAlgorithms: { algos: [...new Set(KEY_KINDS.flatMap((kind) => KEY_FACTS[kind].algo))] },
  }));

  app.get('/logo.svg', async (_request, reply) =>
    reply
      .type('image/svg+xml')
      .send(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5cad"/>' +
          '<path d="M8 17l6 6L25 10" fill="none" stroke="#fff" stroke-width="4"/></svg>',
      ),
  );

  app.get('/health', async () => {
    await pool.query('select 1');
    return { status: 'ready' };
  });
}
