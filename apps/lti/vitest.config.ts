import { packageTests } from '../../tooling/presets/vitest.ts';
import { AttackReport } from './test/attacks/attack-report.ts';

export default packageTests('lti', {
  reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }], new AttackReport()],
});
