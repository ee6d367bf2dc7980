import type { CscError, CscErrorCode } from '../remote-signing/csc-error.ts';
import { completeSettings, type GivenSettings } from '../signing-provider/settings.ts';
import { type RunningProvider, startProvider } from '../signing-provider/start-provider.ts';
import { certificateRoutes } from './certificates.routes.ts';
import { answer, CODE } from './codes.ts';
import { sendNotice } from './notices.ts';
import { signingRoutes } from './signing.routes.ts';

const MOST_FILES = 50;

/** Answers as contract.md says. @throws Error for wrong settings or a taken port. */
export function startSmartSigning(given: GivenSettings): Promise<RunningProvider> {
  return startProvider(completeSettings(given, { multisign: MOST_FILES }), {
    routes: (app, provider) => {
      certificateRoutes(app, provider);
      signingRoutes(app, provider);
    },
    refusal,
    onAnswer: sendNotice,
  });
}

const CODES: Readonly<Partial<Record<CscErrorCode, number>>> = {
  invalid_client: CODE.unknownProvider,
  invalid_token: CODE.unknownProvider,
  access_denied: CODE.cannotSign,
  too_many_requests: CODE.tooMany,
  temporarily_unavailable: CODE.unavailable,
  server_error: CODE.failed,
};

function refusal(error: CscError): object {
  return answer(CODES[error.code] ?? CODE.malformed, error.message);
}
