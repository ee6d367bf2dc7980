import { completeSettings, type GivenSettings } from '../signing-provider/settings.ts';
import { type RunningProvider, startProvider } from '../signing-provider/start-provider.ts';
import { credentialRoutes } from './credentials.routes.ts';
import { signingRoutes } from './signing.routes.ts';
import { Tokens } from './tokens.ts';

/** Answers as contract.md says. @throws Error for wrong settings or a taken port. */
export function startSigningRasV1(given: GivenSettings): Promise<RunningProvider> {
  return startProvider(completeSettings(given, { multisign: 100 }), {
    routes: (app, provider) => {
      const tokens = new Tokens(provider);
      credentialRoutes(app, provider, tokens);
      signingRoutes(app, provider, tokens);
    },
    refusal: ({ body }) => body,
  });
}
