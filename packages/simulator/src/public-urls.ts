/** Addresses of a running simulator, as they appear in its answers. */
export class PublicUrls {
  /** Scheme, host and port, without a slash at the end. */
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** The base URL that clients are configured with. */
  get endpoint(): string {
    return `${this.base}/bigbluebutton/`;
  }

  /** Where people go after a meeting when neither create nor join said so. */
  get defaultLogout(): string {
    return `${this.base}/`;
  }

  client(sessionToken: string, waitLayout: boolean): string {
    const query = waitLayout
      ? `waitLayout=1&sessionToken=${sessionToken}`
      : `sessionToken=${sessionToken}`;
    return `${this.base}/html5client/?${query}`;
  }

  playback(format: PlaybackFormat, recordID: string): string {
    return format === 'presentation'
      ? `${this.base}/playback/presentation/2.3/${recordID}`
      : `${this.base}/playback/video/${recordID}/`;
  }
}

export type PlaybackFormat = 'presentation' | 'video';

/** Returns a URL when a browser may be sent there (http or https), otherwise undefined. */
export function webUrl(text: string): string | undefined {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? text : undefined;
}
