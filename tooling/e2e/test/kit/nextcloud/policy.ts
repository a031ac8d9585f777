/** What Nextcloud marks the scripts of a page with. */
export const nonce = '2HugoKtvqqi7dutayx0JZ9dyT3WWUu5Nh2vnpJ2IWuk=';

/** What a page adds to the policy that Nextcloud gives to all: as the controllers of the app do. */
const additions = {
  guest: { workers: 'worker-src blob:;', forms: ' https: http:' },
  recording: { workers: '', forms: ' https: http:' },
  error: { workers: '', forms: '' },
} as const;

export type DoorKind = keyof typeof additions;

/** The Content-Security-Policy of a page for people without an account, as Nextcloud 32 sends it. */
export function policyOf(kind: DoorKind): string {
  const { workers, forms } = additions[kind];
  return (
    "default-src 'none';base-uri 'none';manifest-src 'self';" +
    `script-src 'nonce-${nonce}';script-src-elem 'strict-dynamic' 'nonce-${nonce}';` +
    "style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;" +
    "connect-src 'self';media-src 'self';frame-ancestors 'self';" +
    `${workers}form-action 'self'${forms}`
  );
}
