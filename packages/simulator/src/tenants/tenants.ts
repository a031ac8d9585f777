import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import type { SimulatorOptions } from '../options.ts';
import { Tenant } from './tenant.ts';

/** Every server of a simulator: the one without a path of its own, and those with a name. */
export class Tenants {
  readonly main: Tenant;
  readonly #byName = new Map<string, Tenant>();

  constructor(options: SimulatorOptions, origin: string, clock: Clock) {
    this.main = new Tenant(options, { name: '', origin, clock });
    this.#byName.set('', this.main);
    const { processingDelayMs } = options;
    for (const { name, ...own } of options.tenants ?? []) {
      const inherited = processingDelayMs === undefined ? {} : { processingDelayMs };
      this.#byName.set(name, new Tenant({ ...inherited, ...own }, { name, origin, clock }));
    }
  }

  all(): readonly Tenant[] {
    return [...this.#byName.values()];
  }

  /** Finds a tenant by its name; '' is the one without a path of its own. */
  find(name: string): Tenant | undefined {
    return this.#byName.get(name);
  }

  /** Lets everything happen for which nothing but time is needed. */
  tick(): void {
    for (const tenant of this.all()) tenant.tick();
  }

  /** Hands a request to the tenant whose path it has; a path without a tenant's name to the main. */
  handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const target = incoming.url ?? '/';
    const name = /^\/([^/?]+)/u.exec(target)?.[1] ?? '';
    const tenant = this.#byName.get(name);
    if (tenant === undefined) return this.main.handle(incoming, outgoing);
    const rest = target.slice(name.length + 1);
    // From here on the request looks as if the tenant had the machine for itself.
    incoming.url = rest.startsWith('/') ? rest : `/${rest}`;
    tenant.handle(incoming, outgoing);
  }
}
