const harmlessNames = new Set(['meetingID', 'recordingmarks']);

/**
 * Returns a URL with every query value masked but those that only name a meeting: receivers
 * recognise the server by tokens in the address they gave it.
 */
export function maskedUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null) return '***';
  url.username = '';
  url.password = '';
  url.hash = '';
  const query = url.search.slice(1).split('&').filter(Boolean).map(maskedPair).join('&');
  url.search = '';
  return query === '' ? url.href : `${url.href}?${query}`;
}

function maskedPair(pair: string): string {
  const [name = ''] = pair.split('=', 1);
  return harmlessNames.has(name) ? pair : `${name}=***`;
}
