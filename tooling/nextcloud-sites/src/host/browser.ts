/** What a page was. */
export interface Page {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** Keeps cookies and opens pages, as a browser without scripts does. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Opens a page; redirections are told, not followed. */
  open(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.send(path, { headers });
  }

  /** Sends a form that was on a page. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    const body = new URLSearchParams(fields);
    return this.send(path, { method: 'POST', body, headers: { origin: this.#url } });
  }

  /** Logs in with the form that people see. Throws a sentence when Nextcloud refuses. */
  async logIn(user: string, password: string): Promise<void> {
    const page = await this.open('/login');
    const requesttoken = tokenOf(page.text);
    const answer = await this.post('/login', { user, password, requesttoken });
    if (answer.status !== 303 || answer.location.includes('/login')) {
      throw new Error(`${user} cannot log in (status ${answer.status}).`);
    }
  }

  /** Sends any request with the cookies. */
  async send(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(init.headers as Record<string, string>), cookie };
    const address = path.startsWith('http') ? path : `${this.#url}${path}`;
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || value === 'deleted') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = answer.headers.get('location') ?? '';
    return { status: answer.status, location, text: await answer.text() };
  }
}

/** Finds what Nextcloud writes into each page so that only its own forms are believed. */
export function tokenOf(page: string): string {
  const token = /(?:data-requesttoken|name="requesttoken" value)="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error('The page has no token for its forms.');
  return token.replaceAll('&#43;', '+').replaceAll('&amp;', '&');
}
