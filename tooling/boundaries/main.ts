import { fileURLToPath } from 'node:url';
import { cruiseSources } from './cruise.ts';
import { rules } from './rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { violations, unread, fileCount } = await cruiseSources(root, rules);

for (const { rule, comment, from, to, via } of violations) {
  const path = via.length > 0 ? ` (by way of ${via.join(' → ')})` : '';
  process.stderr.write(`${rule}: ${from} → ${to}${path}\n  ${comment}\n`);
}
if (fileCount === 0 || unread.length > 0) {
  process.stderr.write(
    `The imports of ${unread.length} of ${fileCount} files could not be read, so nothing is proven. ` +
      'dependency-cruiser needs the TypeScript version that pnpm-workspace.yaml gives it.\n',
  );
}
if (violations.length > 0 || unread.length > 0 || fileCount === 0) process.exitCode = 1;
else process.stdout.write(`${fileCount} files keep to ${rules.length} rules.\n`);
