/** The action of files up to Nextcloud 32, whose list of actions takes any object of this shape. */
import { canShow, type ChosenFile, icon, id, label, order, show } from './action.ts';

declare global {
  interface Window {
    _nc_fileactions?: unknown[];
  }
}

const action = {
  id,
  order,
  displayName: label,
  iconSvgInline: icon,
  enabled: canShow,
  async exec(file: ChosenFile): Promise<null> {
    show([file]);
    return null;
  },
  async execBatch(files: readonly ChosenFile[]): Promise<null[]> {
    show(files);
    return files.map(() => null);
  },
};

(window._nc_fileactions ??= []).push(action);
