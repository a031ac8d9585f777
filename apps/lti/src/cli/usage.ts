/** A command that cannot be understood. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command that was understood and cannot be carried out. The message is one sentence. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export const usage = `Usage: pnpm cli <command>
       pnpm cli doctor             examines settings, address, database, platforms, meeting server

  platform list                             platforms, their deployments, what waits for you
  platform invite [--days 7]                makes an address at which one platform registers itself
  platform add --name … --issuer … --client-id … --authorization-endpoint …
               --jwks-uri … --token-endpoint … --deployment … [--deployment …] [--frame-origin …]
  platform allow <platform> <deployment>    lets launches of a further deployment in
  platform approve <platform>               puts changed addresses of a platform into force
  platform disable|enable <platform>        keeps its people out, or lets them in again
  platform remove <platform>                forgets a platform that has no rooms
  platform roles <platform> [--set Mentor=observer] [--unset Mentor]
                                            decides what roles of a platform are worth
  platform who <platform> --role Instructor [--role …] | --launch <token or its payload>
                                            says what somebody with these roles would be
  platform rotate                           makes the next key this tool signs with

  preset list                               settings made ready for rooms; a star means locked
  preset set <file>                         makes or replaces the preset written in a JSON file
  preset remove <preset>                    removes one; rooms keep their settings

  admin invite                              makes an address at which an administrator signs in
  audit [--action meeting] [--actor …] [--platform …] [--from 2026-01-31] [--to …] [--csv]
                                            shows what people with power did
  export --platform … [--deployment … [--person …]]
                                            writes all data of an institution or a person as JSON
  erase --platform … [--deployment … [--person …]] [--yes]
                                            counts what it would erase; erases it with --yes
  retention                                 forgets now what was kept long enough

It reads the same settings from the environment as the tool itself.
`;
