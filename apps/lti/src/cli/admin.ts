import { minute } from '../clock.ts';
import { noteDecision } from '../admin/platform-actions.ts';
import { adminCodeLifetime } from '../storage/admins.ts';
import type { Desk } from './desk.ts';

/** Makes an address at which an administrator signs in, once. */
export async function inviteAdmin({ storage, baseUrl, say }: Desk): Promise<void> {
  const code = await storage.admins.invite();
  await noteDecision(storage, 'command', { action: 'admin.invite' });
  say(`${baseUrl}/admin/enter#${code}`);
  say(`Open this address within ${adminCodeLifetime / minute} minutes. It works once.`);
}
