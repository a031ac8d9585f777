import type { PostForm } from './login.ts';
import type { Reach } from './reach.ts';

/** Posts a form as a browser does that opens a window of its own. */
export function postForm(form: PostForm, reach: Reach, cookie = ''): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-dest': 'document',
    ...(cookie !== '' && { cookie }),
  };
  const body = new URLSearchParams(form.fields).toString();
  return reach(new Request(form.action, { method: 'POST', headers, body, redirect: 'manual' }));
}

/** Gives the cookies of an answer as a browser sends them back. */
export function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** Reads the form of a page that posts itself; undefined where a page has none. */
export function formIn(page: string): PostForm | undefined {
  const action = /<form[^>]* action="([^"]*)"/.exec(page)?.[1];
  if (action === undefined) return undefined;
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return {
    action: plain(action),
    fields: Object.fromEntries(
      [...inputs].map(([, name = '', value = '']) => [plain(name), plain(value)]),
    ),
  };
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
