import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { programs } from '../folders.ts';
import { createSite, type Site } from '../site.ts';

/** What is asked of a site for the demo. */
export interface DemoSiteOptions {
  readonly url: string;
  /** The same site under another name, where a browser keeps another person. */
  readonly otherUrl: string;
  readonly release: string;
  /** Signs the tickets that let people in. */
  readonly entranceKey: string;
  readonly constants: Readonly<Record<string, string>>;
}

/** Makes a site for the demo: a room on its front page, and an entrance that needs no passwords. */
export async function furnishSite(options: DemoSiteOptions): Promise<Site> {
  const { url, otherUrl, release, entranceKey, constants } = options;
  const site = await createSite({
    url,
    otherUrl,
    release,
    database: { kind: 'sqlite' },
    isNetwork: false,
    constants: { ...constants, DISABLE_WP_CRON: false, DEMO_ENTRANCE_KEY: entranceKey },
  });
  try {
    const folder = join(programs, 'demo');
    const entrance = join(site.folder, 'wp-content/mu-plugins/entrance.php');
    copyFileSync(join(folder, 'entrance.php'), entrance);
    await site.activate();
    await site.evaluate(`require '${join(folder, 'school.php')}';`);
    return site;
  } catch (error) {
    site.remove();
    throw error;
  }
}
