import type { Scenario } from './scenario.ts';

const introduction = `# What the simulator answers, request by request

This page is written from the scenario files in
[\`packages/simulator/test/proof/scenarios\`](../packages/simulator/test/proof/scenarios): every sentence is a file with
raw requests, literal checksums and the expected answers, and a test. Which servers behave so stands behind each; \`2.7\`
and \`3.0\` are lines of BigBlueButton, \`integration\` is a hoster's IntegrationAPI. "Undecided" marks what no document
settles. [The simulator](simulator.md) tells how to read this and what there is besides.
`;

const everywhere = 4;

/** Writes the page about all scenarios, one section a call, one sentence a scenario. */
export function describeScenarios(scenarios: readonly Scenario[]): string {
  const sections = Map.groupBy(scenarios, ({ file }) => file.split('/')[0] ?? '');
  const written = [...sections].map(([call, own]) => {
    const lines = own.map(sentenceOf);
    return `## ${headingOf(call)}\n\n${lines.join('\n')}\n`;
  });
  return [introduction, ...written].join('\n');
}

function headingOf(call: string): string {
  if (call === 'index') return 'The index';
  if (call === 'unknown') return 'Calls that do not exist';
  return `\`${call.replace('-', '/')}\``;
}

function sentenceOf({ file, title, profiles, source }: Scenario): string {
  const names = profiles.map((name) => name.replace('bigbluebutton-', ''));
  const where = profiles.length === everywhere ? 'everywhere' : names.join(', ');
  const path = `../packages/simulator/test/proof/scenarios/${file}`;
  const sentence = title.charAt(0).toUpperCase() + title.slice(1);
  return `- [${sentence}](${path}): ${where}. Source: ${source}.`;
}
