/** Addresses of a simulated server, as they appear in its answers. */
export class PublicUrls {
  /** Scheme, host, port and the path of the tenant, without a slash at the end. */
  readonly base: string;
  readonly #basePath: string;
  readonly #joinBase: string;

  /** People may meet on another host than the one that is called. */
  constructor(base: string, basePath: string, joinBase = base) {
    this.base = base;
    this.#basePath = basePath;
    this.#joinBase = joinBase;
  }

  /** Addresses of a server on the host where people meet. */
  whereMet(basePath: string): PublicUrls {
    return new PublicUrls(this.#joinBase, basePath);
  }

  /** The base URL that clients are configured with. */
  get endpoint(): string {
    return `${this.base}${this.#basePath}/`;
  }

  /** Where people go after a meeting when neither create nor join said so. */
  get defaultLogout(): string {
    return `${this.base}/`;
  }

  /** The path that cookies of the API are for. */
  get cookiePath(): string {
    return new URL(this.endpoint).pathname.slice(0, -1);
  }

  /** The path that holds the meeting page as well as the API. */
  get pageCookiePath(): string {
    return new URL(`${this.base}/`).pathname.replace(/(?<=.)\/$/u, '');
  }

  client(sessionToken: string, waitLayout: boolean): string {
    const query = waitLayout
      ? `waitLayout=1&sessionToken=${sessionToken}`
      : `sessionToken=${sessionToken}`;
    return `${this.#joinBase}/html5client/?${query}`;
  }

  /** The page of its own on which guests wait on servers that have one. */
  guestLobby(sessionToken: string): string {
    return `${this.#joinBase}/html5client/guestWait?sessionToken=${sessionToken}`;
  }

  /** Where a person opens a recording in a format. */
  playback(format: string, recordID: string): string {
    return format === 'presentation'
      ? `${this.base}/playback/presentation/2.3/${recordID}`
      : `${this.base}/playback/${format}/${recordID}/`;
  }

  /** Where a person opens a protected recording, once. */
  protectedPlayback(format: string, recordID: string, token: string): string {
    return `${this.playback(format, recordID)}?token=${token}`;
  }

  /** The preview image of a recording by its number, from 1 on. */
  preview(recordID: string, number: number): string {
    return `${this.base}/playback/preview/${recordID}/${number}.png`;
  }

  /** Where a text track of a recording is fetched from, once. */
  textTrack(token: string, recordID: string, file: string): string {
    return `${this.base}/playback/textTrack/${token}/${recordID}/${file}`;
  }
}

/** Returns a URL when a browser may be sent there (http or https), otherwise undefined. */
export function webUrl(text: string): string | undefined {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? text : undefined;
}
