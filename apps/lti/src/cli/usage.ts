/** A command that cannot be understood. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command that was understood and cannot be carried out. The message is one sentence. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export const usage = `Usage: pnpm cli platform <command>
       pnpm cli doctor             examines settings, address, database, platforms, meeting server

  platform list                             platforms, their deployments, what waits for you
  platform invite [--days 7]                makes an address at which one platform registers itself
  platform add --name … --issuer … --client-id … --authorization-endpoint …
               --jwks-uri … --token-endpoint … --deployment … [--deployment …] [--frame-origin …]
  platform allow <platform> <deployment>    lets launches of a further deployment in
  platform approve <platform>               puts changed addresses of a platform into force
  platform rotate                           makes the next key this tool signs with

It reads the same settings from the environment as the tool itself.
`;
