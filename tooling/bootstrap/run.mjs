// Entry of `npm start`, `npm test` and `npm run pnpm`. It must parse on any Node that knows
// modules, so that an old one gets a sentence instead of a syntax error.

const oldest = 18;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldest) {
  process.stderr.write(
    `Bluebridge needs Node ${oldest} or newer to begin, and this is Node ${process.versions.node}.\n` +
      'Next: install Node 24 (https://nodejs.org), then run the same command again.\n',
  );
  process.exitCode = 1;
} else {
  void import('./main.mjs').then(({ main }) => main(process.argv.slice(2)));
}
