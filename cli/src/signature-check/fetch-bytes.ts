/** What one answer may cost. Lists of large authorities have some megabytes. */
const mostBytes = 32 << 20;
const mostMilliseconds = 10_000;

/**
 * GET, or POST with a body; undefined for anything but a whole answer in time. The address comes out of a stranger's file:
 * only http and https, no redirects, nothing of this machine sent along.
 */
export async function fetchBytes(
  url: string,
  post?: { readonly body: Uint8Array; readonly type: string },
): Promise<Uint8Array | undefined> {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return undefined;
  try {
    const response = await fetch(url, {
      ...(post && { method: 'POST', body: new Uint8Array(post.body), headers: { 'content-type': post.type } }),
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(mostMilliseconds),
    });
    return response.ok ? await limited(response) : undefined;
  } catch {
    return undefined;
  }
}

async function limited({ body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
