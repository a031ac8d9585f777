import { packageTests } from '../presets/vitest.ts';

export default packageTests('wordpress-sites');
