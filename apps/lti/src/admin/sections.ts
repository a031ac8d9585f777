import { message } from '@bluebridge/translations';

/** The pages an administrator can go to from everywhere, in their order. */
export const adminSections = [
  { path: '/admin', label: message('Overview') },
  { path: '/admin/platforms', label: message('Learning platforms') },
  { path: '/admin/presets', label: message('Ready-made settings') },
  { path: '/admin/meetings', label: message('Meetings now') },
  { path: '/admin/keys', label: message('Our keys') },
  { path: '/admin/audit', label: message('What was done') },
] as const;

export type AdminSection = (typeof adminSections)[number]['path'];
