import { bigbluebutton27, bigbluebutton30 } from './bigbluebutton.ts';
import { integration } from './integration.ts';
import type { Profile, ProfileName } from './profile.ts';
import { scalelite } from './scalelite.ts';

/** Every profile, by its name. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'bigbluebutton-2.7': bigbluebutton27,
  'bigbluebutton-3.0': bigbluebutton30,
  integration,
  scalelite,
};

/** The names of all profiles. */
export const profileNames = Object.keys(profiles) as readonly ProfileName[];
