import { availableParallelism } from 'node:os';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { hostileSection } from './sections/hostile.ts';
import { launchSection } from './sections/launch.ts';
import { listSection } from './sections/list.ts';
import { nextcloudSlowServerSection } from './sections/nextcloud-slow-server.ts';
import { nextcloudWeightSection } from './sections/nextcloud-weight.ts';
import { replyPhpSection } from './sections/reply-php.ts';
import { sharingSection } from './sections/sharing.ts';
import { signPhpSection } from './sections/sign-php.ts';
import { simulatorSection } from './sections/simulator.ts';
import { signSection } from './sections/sign.ts';
import { smallReplySection } from './sections/small-reply.ts';
import { waitingSection } from './sections/waiting.ts';
import { wordpressSlowServerSection } from './sections/wordpress-slow-server.ts';
import { wordpressWaitingSection } from './sections/wordpress-waiting.ts';
import { wordpressWeightSection } from './sections/wordpress-weight.ts';
import { installPeers } from './peers.ts';

const { values, positionals: wanted } = parseArgs({
  options: { root: { type: 'string' } },
  allowPositionals: true,
});
installPeers();

stdout.write(
  `# Benchmarks\n\n${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ` +
    `${availableParallelism()} cores. CPU time; medians of interleaved rounds in fresh processes.\n`,
);

const sections = {
  sign: signSection,
  'sign-php': signPhpSection,
  list: listSection,
  small: smallReplySection,
  hostile: hostileSection,
  'reply-php': replyPhpSection,
  sharing: sharingSection,
  simulator: simulatorSection,
  launch: launchSection,
  waiting: waitingSection,
  'wordpress-weight': wordpressWeightSection,
  'wordpress-slow-server': wordpressSlowServerSection,
  'wordpress-waiting': wordpressWaitingSection,
  'nextcloud-weight': nextcloudWeightSection,
  'nextcloud-slow-server': () => nextcloudSlowServerSection(values.root),
};

// All of them, or those named on the command line.
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
