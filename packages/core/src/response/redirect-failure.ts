interface Redirect {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Gives the message key of a failure that a server reports by redirecting, as `join` does for
 * validation errors even with `redirect=false`: the target’s query has `errors`, a JSON list.
 */
export function redirectFailureKey({ status, headers }: Redirect): string | undefined {
  const location = headers['location'];
  if (status < 300 || status > 399 || location === undefined) return undefined;
  const errors = new URLSearchParams(location.split('?').slice(1).join('?')).get('errors');
  if (errors === null) return undefined;
  try {
    const [first] = JSON.parse(errors) as readonly { readonly key?: unknown }[];
    return typeof first?.key === 'string' ? first.key : undefined;
  } catch {
    return undefined;
  }
}
