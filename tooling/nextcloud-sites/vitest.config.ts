import { packageTests } from '../presets/vitest.ts';

export default packageTests('nextcloud-sites');
