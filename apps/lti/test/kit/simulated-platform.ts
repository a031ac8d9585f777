import { onTestFinished } from 'vitest';
import { guardedClient } from '../../src/http/guarded-client.ts';
import {
  type PlatformOptions,
  type RegisteredTool,
  type SimulatedPlatform,
  startPlatform,
} from '../platform/index.ts';
import { spareKeyPair } from '../platform/spare-key-pair.ts';
import { type TestTool, testTool } from './test-tool.ts';

type ToolOptions = NonNullable<Parameters<typeof testTool>[0]>;

/** A test tool and a simulated platform that know each other. */
export interface ToolOnPlatform {
  readonly tool: TestTool;
  readonly platform: SimulatedPlatform;
  readonly registered: RegisteredTool;
}

/**
 * Starts a simulated platform next to a test tool, registered by hand with everything the platform
 * has. `changes` are to the registration, such as `{ custom: { groups: '$…' } }`.
 */
export async function toolOnPlatform(
  profile: PlatformOptions['profile'],
  {
    changes = {},
    tool: options = {},
    ...rest
  }: Partial<PlatformOptions> & {
    readonly changes?: Partial<RegisteredTool>;
    readonly tool?: ToolOptions;
  } = {},
): Promise<ToolOnPlatform> {
  let tool: TestTool | undefined;
  const platform = await startPlatform({
    profile,
    clock: { now: () => (tool?.clock ?? Date).now() },
    reach: async (request) => (tool ? tool.app.request(request) : fetch(request)),
    ...rest,
  });
  onTestFinished(() => platform.close());
  const registered = platform.register(options.baseUrl ?? 'https://rooms.example', changes);
  tool = await testTool({
    web: guardedClient({ allowPrivate: true }),
    ...options,
    platform: {
      settings: platform.settingsOf(registered),
      keys: platform.key.pair,
      stranger: await spareKeyPair(),
      jwks: { keys: [platform.key.publicJwk] },
      fetches: 0,
      reachable: true,
    },
  });
  return { tool, platform, registered };
}
