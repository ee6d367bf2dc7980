// The portal: what the public may ask and what it is told. Pages made here, in Vietnamese, that need no script.
// @law KH 213/KH-BGDĐT PL 1.1, 2.3: look-up by the code given, valid as confirmation, personal data protected. Takes part: anyone.
// States shown: received (not in force), locked (in force), recalled, replaced, withdrawn.
// GET / · GET /h/:code (QR) · GET /h/:code.json (signed answer) · POST /h/:code {ngaySinh} → files · GET|POST /kiem-tra · GET /kiem-tra/tren-may · GET /trust.zip · GET /trust.json · GET /trust/issuers.json
import type { Feature } from '../../platform/feature.ts';
import { lookupRoutes } from './lookup.routes.ts';
import { takePublication } from './take-publication.ts';

export const lookup: Feature = {
  name: 'lookup',
  routes: lookupRoutes,
  messages: (platform) => ({ publication: takePublication(platform) }),
};
