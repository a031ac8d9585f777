import { packageTests } from '../../tooling/presets/vitest.ts';

export default packageTests('core-php');
