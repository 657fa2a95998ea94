/** A browser without a screen: it keeps cookies by host and path, and follows redirects. */
export const newBrowser = () => {
  const jar = new Map<string, { name: string; value: string; host: string; path: string }>();

  const keep = (url: URL, line: string) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const key = `${url.hostname} ${path} ${name}`;
    const expires = attribute('expires');
    const isOver = attribute('max-age') === '0' || (expires !== undefined && new Date(expires).getTime() <= 0);
    if (isOver) jar.delete(key);
    else jar.set(key, { name, value, host: url.hostname, path });
  };

  const cookiesFor = ({ hostname, pathname }: URL): string =>
    [...jar.values()]
      .filter(({ host, path }) => host === hostname && pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  /** One request; a redirect is answered, not followed. */
  const get = async (address: string | URL, method = 'GET'): Promise<Response> => {
    const url = new URL(address);
    const cookie = cookiesFor(url);
    const answer = await fetch(url, { method, redirect: 'manual', ...(cookie !== '' && { headers: { cookie } }) });
    for (const line of answer.headers.getSetCookie()) keep(url, line);
    return answer;
  };

  return {
    get,
    /** Follows redirects until one goes to where `isEnd` holds, or none comes; answers the last address. */
    async follow(address: string | URL, isEnd: (url: URL) => boolean = () => false): Promise<URL> {
      let url = new URL(address);
      for (let hops = 0; hops < 20 && !isEnd(url); hops++) {
        const answer = await get(url);
        await answer.arrayBuffer();
        const location = answer.headers.get('location');
        if (location === null) return url;
        url = new URL(location, url);
      }
      return url;
    },
    cookies: (address: string | URL) => cookiesFor(new URL(address)),
  };
};
export type Browser = ReturnType<typeof newBrowser>;
