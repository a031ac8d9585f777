/** Returns the value of the JSESSIONID cookie of a request; '' when it has none. */
export function sessionCookieIn(headers: Headers): string {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const prefix = 'JSESSIONID=';
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '';
}
