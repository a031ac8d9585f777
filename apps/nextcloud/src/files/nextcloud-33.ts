/** The action of files from Nextcloud 33 on. */
import type { IFileAction } from '@nextcloud/files';
import { canShow, icon, id, label, order, show } from './action.ts';

declare global {
  interface Window {
    /** Where version 4 of `@nextcloud/files` keeps what apps register. */
    _nc_files_scope?: {
      v4_0?: { fileActions?: Map<string, IFileAction>; readonly registry?: EventTarget };
    };
  }
}

const action: IFileAction = {
  id,
  order,
  displayName: label,
  iconSvgInline: icon,
  enabled: ({ nodes }) => canShow(nodes),
  async exec({ nodes }) {
    show(nodes);
    return null;
  },
  async execBatch({ nodes }) {
    show(nodes);
    return nodes.map(() => null);
  },
};

// What `registerFileAction` does, which would bring six times this script along. A registry that
// is not there yet reads the map when it comes.
const scope = ((window._nc_files_scope ??= {}).v4_0 ??= {});
(scope.fileActions ??= new Map()).set(id, action);
scope.registry?.dispatchEvent(new CustomEvent('register:action', { detail: action }));
