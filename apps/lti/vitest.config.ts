import { packageTests } from '../../tooling/presets/vitest.ts';
import { AttackReport } from './test/attacks/attack-report.ts';

export default packageTests('lti', {
  // No test replaces modules, and all files start with the same ones.
  isolate: false,
  globalSetup: ['test/kit/shared-postgres.ts'],
  reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }], new AttackReport()],
});
