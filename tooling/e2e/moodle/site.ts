import type { Page } from 'playwright-core';

/** Somebody whom the journey makes on the Moodle. */
export interface Account {
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A Moodle, used through its own pages by whoever is signed in. */
export interface Site {
  readonly page: Page;
  /** Opens an address below the site's. */
  readonly open: (path: string) => Promise<void>;
}

/** Signs somebody in, with English pages. Throws a sentence when the Moodle does not let them in. */
export async function signIn(
  page: Page,
  url: string,
  { username, password }: Pick<Account, 'username' | 'password'>,
): Promise<Site> {
  const site: Site = {
    page,
    async open(path) {
      await page.goto(url + path);
    },
  };
  await site.open('/login/index.php?lang=en');
  if ((await page.locator('#username').count()) === 0) {
    throw new Error(`There is no sign-in form of a Moodle at ${url}.`);
  }
  // Scripts of the form put its fields anew; what was typed before is lost.
  await page.waitForLoadState('networkidle');
  await page.fill('#username', username);
  await page.fill('#password', password);
  await Promise.all([page.waitForEvent('load'), page.click('#loginbtn')]);
  const refusal = page.locator('#loginerrormessage');
  if ((await refusal.count()) > 0) {
    throw new Error(`The Moodle does not let ${username} in: ${await refusal.innerText()}`);
  }
  return site;
}

/** Reads the release of the Moodle from its description of itself, such as `4.5.5+ (Build: …)`. */
export async function releaseOf(url: string): Promise<string> {
  const configuration = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
  try {
    const answer = await fetch(`${url}/mod/lti/openid-configuration.php`);
    const about = (await answer.json()) as Record<string, { version?: string } | undefined>;
    return about[configuration]?.version ?? 'of unknown release';
  } catch {
    throw new Error(`Nothing at ${url} describes itself as a Moodle that registers LTI tools.`);
  }
}

/** Makes a course and gives its id. */
export async function addCourse({ page, open }: Site, name: string): Promise<string> {
  await open('/course/edit.php?category=1');
  await page.fill('#id_fullname', name);
  await page.fill('#id_shortname', name);
  await Promise.all([page.waitForEvent('load'), page.click('#id_saveanddisplay')]);
  return idIn(page, 'id');
}

/** Makes an account that may sign in at once. */
export async function addAccount({ page, open }: Site, account: Account): Promise<void> {
  await open('/user/editadvanced.php?id=-1');
  await page.fill('#id_username', account.username);
  await page.selectOption('#id_auth', 'manual');
  // The field shows itself only after a click on its text.
  await page.locator('[data-passwordunmask="edit"]').first().click();
  await page.fill('#id_newpassword', account.password);
  await page.fill('#id_firstname', account.firstName);
  await page.fill('#id_lastname', account.lastName);
  await page.fill('#id_email', `${account.username}@example.invalid`);
  await Promise.all([page.waitForEvent('load'), page.click('#id_submitbutton')]);
  const problem = page.locator('.form-control-feedback:visible, .invalid-feedback:visible').first();
  if ((await problem.count()) > 0)
    throw new Error(`An account was refused: ${await problem.innerText()}`);
}

/** Enrols an account in a course, in one of Moodle's roles by its English name; gives its number. */
export async function enrol(
  { page, open }: Site,
  course: string,
  account: Account,
  role: 'Teacher' | 'Student',
): Promise<string> {
  await open(`/enrol/instances.php?id=${course}`);
  const manage = page.locator('a[href*="/enrol/manual/manage.php"]').first();
  await Promise.all([page.waitForEvent('load'), manage.click()]);
  await page.selectOption('#menuroleid', { label: role });
  const option = page.locator('#addselect option', { hasText: `${account.username}@` });
  await page.fill('#addselect_searchtext', account.username);
  await option.waitFor({ state: 'attached' });
  const id = (await option.getAttribute('value')) ?? '';
  await page.selectOption('#addselect', id);
  await Promise.all([page.waitForEvent('load'), page.click('#add')]);
  return id;
}

/** Removes a course with everything in it. */
export async function removeCourse({ page, open }: Site, course: string): Promise<void> {
  await open(`/course/delete.php?id=${course}`);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Delete', exact: true }).click(),
  ]);
}

/** Removes an account by its number. */
export async function removeAccount({ page, open }: Site, id: string): Promise<void> {
  await open('/admin/user.php');
  await open(`/admin/user.php?delete=${id}&sesskey=${await sesskey(page)}`);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Delete', exact: true }).click(),
  ]);
}

/** Reads the key with which a Moodle protects what changes something. */
export function sesskey(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { M } = globalThis as unknown as { M: { cfg: { sesskey: string } } };
    return M.cfg.sesskey;
  });
}

/** Reads a number from the address of the page. */
export function idIn(page: Page, name: string): string {
  const id = new URL(page.url()).searchParams.get(name) ?? '';
  if (/^\d+$/u.test(id)) return id;
  throw new Error(`The Moodle led elsewhere than expected: ${new URL(page.url()).pathname}.`);
}
