/** Somebody's way of asking WordPress, by what a browser or a program has. */
export interface Account {
  /** The session's cookies. */
  readonly cookie: string;
  /** What pages of the site prove themselves with. */
  readonly nonce: string;
  /** The header of an application password. */
  readonly authorization: string;
}

/** Logs in without a browser. `password` is an application password. */
export async function openAccount(url: string, login: string, password: string): Promise<Account> {
  const response = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    body: new URLSearchParams({ log: login, pwd: 'password', testcookie: '1' }),
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    redirect: 'manual',
  });
  await response.text();
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const nonce = await fetch(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, {
    headers: { cookie },
  });
  return {
    cookie,
    nonce: await nonce.text(),
    authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
  };
}
