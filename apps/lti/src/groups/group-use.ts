/** What a room does with the groups of its course. */
export const groupUses = ['none', 'breakout', 'separate', 'visible'] as const;
export type GroupUse = (typeof groupUses)[number];
