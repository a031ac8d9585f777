import { t } from './l10n.ts';
import { generateUrl } from '@nextcloud/router';
import { documentExtensions } from '@bluebridge/browser/upload-checks';

/** What is needed of a file, in every release of Nextcloud. */
export interface ChosenFile {
  readonly basename: string;
  readonly path: string;
  /** `file` or `folder`. */
  readonly type: string;
}

export const id = 'bluebridge-show';

export const order = 30;

export const label = (): string => t('bluebridge', 'Show in a meeting');

/** A camera. */
export const icon = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M17,10.5V7A1,1 0 0,0 16,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16A1,1 0 0,0 17,17V13.5L21,17.5V6.5L17,10.5Z"/></svg>';

/** Tells whether meetings can show all of these. */
export function canShow(files: readonly ChosenFile[]): boolean {
  return files.length > 0 && files.every(isShowable);
}

function isShowable({ type, basename }: ChosenFile): boolean {
  const ending = basename.split('.').at(-1)?.toLowerCase() ?? '';
  return type === 'file' && documentExtensions.includes(ending);
}

/** Leads to the app, which asks in which room they are shown. */
export function show(files: readonly ChosenFile[]): void {
  const chosen = new URLSearchParams(files.map(({ path }) => ['file', path]));
  location.assign(`${generateUrl('/apps/bluebridge/')}?${chosen.toString()}`);
}
