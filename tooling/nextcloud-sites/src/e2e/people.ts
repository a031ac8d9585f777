import { randomBytes } from 'node:crypto';
import { type Api, apiOf } from '../host/api.ts';
import { Browser } from '../host/browser.ts';
import type { Nextcloud } from '../host/nextcloud.ts';
import type { Served } from '../host/serve.ts';

/** Somebody with an account that the journey made. */
export interface Person {
  readonly id: string;
  readonly api: Api;
  /** Has logged in. */
  readonly browser: Browser;
}

/** Makes accounts, and takes them away again. */
export class People {
  readonly #nextcloud: Nextcloud;
  readonly #served: Served;
  readonly #made: string[] = [];

  constructor(nextcloud: Nextcloud, served: Served) {
    this.#nextcloud = nextcloud;
    this.#served = served;
  }

  /** Makes an account; the name gets an ending, as there may be people of that name. */
  async make(name: string, groups: readonly string[] = []): Promise<Person> {
    const id = `${name}-${randomBytes(3).toString('hex')}`;
    const password = randomBytes(12).toString('base64url');
    const flags = groups.flatMap((group) => ['--group', group]);
    await this.#nextcloud.occ(['user:add', '--password-from-env', ...flags, id], {
      OC_PASS: password,
    });
    this.#made.push(id);
    const browser = new Browser(this.#served.url);
    await browser.logIn(id, password);
    return { id, api: apiOf(browser), browser };
  }

  async remove(id: string): Promise<void> {
    await this.#nextcloud.occ(['user:delete', id]);
    this.#made.splice(this.#made.indexOf(id), 1);
  }

  async removeAll(): Promise<void> {
    for (const id of this.#made) await this.#nextcloud.occ(['user:delete', id]);
    this.#made.length = 0;
  }
}
