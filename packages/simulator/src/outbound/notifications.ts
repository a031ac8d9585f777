import { sendCallbacks } from '../callbacks/callbacks.ts';
import { HookRegistry } from '../hooks/hook-registry.ts';
import { Webhooks } from '../hooks/webhooks.ts';
import type { Profile } from '../profiles/profile.ts';
import { webhooksVersions } from '../profiles/webhooks.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { ServerState } from '../state/server-state.ts';
import { Deliveries } from './deliveries.ts';

export interface NotificationOptions {
  state: ServerState;
  secret: string;
  profile: Profile;
  urls: PublicUrls;
  /** Whether other machines may be called; without it only this one is. */
  allowOutbound: boolean;
}

/** Everything that a server tells others by itself: callbacks of meetings, and webhooks. */
export class Notifications {
  readonly deliveries: Deliveries;
  readonly hooks: HookRegistry;

  constructor({ state, secret, profile, urls, allowOutbound }: NotificationOptions) {
    const { webhooks, missingCalls, recordings, meetings } = profile;
    const behaviour = webhooksVersions[webhooks.version];
    this.deliveries = new Deliveries({ secret, allowOutbound, now: () => state.now });
    this.hooks = new HookRegistry(behaviour, webhooks.permanentHooks);
    state.afterSettling((now) => this.deliveries.settle(now));
    if (!missingCalls.includes('hooks/create')) {
      const domain = new URL(urls.base).hostname;
      const sender = { ...webhooks, behaviour, secret, domain };
      new Webhooks(this.hooks, sender, this.deliveries).listenTo(state.events);
    }
    sendCallbacks(state.events, this.deliveries, {
      secret,
      recordingReadyAlgorithm: recordings.readyToken,
      fetchesDocuments: meetings.fetchesDocuments,
    });
  }

  /** Abandons every delivery and forgets every hook that somebody registered. */
  reset(): void {
    this.deliveries.clear();
    this.hooks.clear();
  }

  snapshot(): NotificationsSnapshot {
    return { hooks: this.hooks.snapshot(), deliveries: this.deliveries.snapshot() };
  }

  /** Brings hooks and open deliveries back after a restart. */
  restore({ hooks, deliveries }: NotificationsSnapshot): void {
    this.hooks.restore(hooks);
    this.deliveries.restore(deliveries);
  }
}

/** What is kept across a restart; plain JSON. */
export interface NotificationsSnapshot {
  hooks: unknown;
  deliveries: unknown;
}
