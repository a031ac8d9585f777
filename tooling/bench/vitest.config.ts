import { packageTests } from '../../tooling/presets/vitest.ts';

export default packageTests('bench');
