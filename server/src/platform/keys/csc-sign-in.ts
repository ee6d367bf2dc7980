import * as oauth from 'openid-client';

/** OAuth 2.0 with PKCE (S256) at a remote signing service: how a person lets this install see their credential. */
export interface CscSignIn {
  /** Where the browser is sent, and what must be kept until it comes back. */
  begin(redirectUri: string): Promise<{ url: string; codeVerifier: string; state: string }>;
  finish(callbackUrl: URL, kept: { codeVerifier: string; state: string }): Promise<ServiceToken>;
  refresh(refreshToken: string): Promise<ServiceToken>;
}

export interface ServiceToken {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresInSeconds: number;
}

export function createCscSignIn(of: { url: string; clientId: string; clientSecret: string }): CscSignIn {
  const base = `${of.url.replace(/\/$/, '')}/csc/v2/oauth2`;
  const metadata = {
    issuer: of.url,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    revocation_endpoint: `${base}/revoke`,
  };
  const configuration = new oauth.Configuration(metadata, of.clientId, of.clientSecret);
  if (of.url.startsWith('http:')) oauth.allowInsecureRequests(configuration);
  return {
    begin: async (redirectUri) => {
      const codeVerifier = oauth.randomPKCECodeVerifier();
      const state = oauth.randomState();
      const url = oauth.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'service',
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, codeVerifier, state };
    },
    finish: async (callbackUrl, kept) =>
      tokenOf(
        await oauth.authorizationCodeGrant(configuration, callbackUrl, {
          pkceCodeVerifier: kept.codeVerifier,
          expectedState: kept.state,
        }),
      ),
    refresh: async (refreshToken) => tokenOf(await oauth.refreshTokenGrant(configuration, refreshToken)),
  };
}

function tokenOf(answer: { access_token: string; refresh_token?: string; expires_in?: number }): ServiceToken {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    expiresInSeconds: answer.expires_in ?? 600,
  };
}
