import type { RoomReply } from '../../rooms/api-replies.ts';
import type { Api } from './api.ts';
import { carrySession } from './other-page.ts';
import { element } from './page.ts';

const link = element('settings') as HTMLAnchorElement;

/** Lets the link to the settings of the room lead there in the same session. */
export function followSettings(api: Api): void {
  carrySession(link, api);
}

/** Shows the link to who may change the room. */
export function showSettingsLink({ canManage }: RoomReply): void {
  link.hidden = !canManage;
}
