import type { CallFinding, CapabilityRecord, ProbeResult } from '@bluebridge/core';
import { failureWords, nextStepWords } from './explain-probe.ts';
import { wrap } from '../help/lines.ts';
import type { Styles } from './styles.ts';

const labelWidth = 11;
const textWidth = 80 - labelWidth;

/** Words a failed probe: what is wrong, and one next step. */
export function describeFailure(
  { failure, nextStep }: Extract<ProbeResult, { ok: false }>,
  styles: Styles,
): readonly string[] {
  return [styles.bad(failureWords[failure]), `  ${nextStepWords[nextStep]}`];
}

/** Words what a probe found, with the lines that set the server up for the other commands. */
export function describeRecord(record: CapabilityRecord, styles: Styles): readonly string[] {
  const { endpoint, dialect, version, apiVersion, hashAlgorithm, hooksHashAlgorithm } = record;
  const isUsual = dialect.name === 'bigbluebutton';
  return [
    styles.good('BigBlueButton is there, and the secret fits.'),
    ...labelled('endpoint', endpoint),
    ...labelled(
      'dialect',
      isUsual ? dialect.name : `${dialect.name} (${reasons[dialect.because] ?? dialect.because})`,
    ),
    ...labelled('version', version ?? 'not told'),
    ...labelled('API', apiVersion ?? 'not told'),
    ...labelled('checksum', hashAlgorithm),
    ...labelled('hooks', hooksHashAlgorithm === undefined ? 'no answer' : hooksHashAlgorithm),
    ...labelled('has', callsThat(record, 'yes')),
    ...labelled('lacks', callsThat(record, 'no')),
    ...labelled('not sure', callsThat(record, 'unknown')),
    '',
    styles.heading('To use it:'),
    `  export BBB_ENDPOINT=${endpoint}`,
    ...(isUsual ? [] : [`  export BBB_DIALECT=${dialect.name}`]),
    `  bluebridge call getMeetings${hashAlgorithm === 'sha1' ? ' --algorithm sha1' : ''}`,
  ];
}

/** Why a dialect is taken for the right one. */
const reasons: Readonly<Record<string, string>> = {
  path: 'by its path',
  build: 'by its build number',
  unsupportedRequest: 'by how it refuses hooks',
  missing_calls: 'by the calls it lacks',
};

function labelled(label: string, text: string): readonly string[] {
  if (text === '') return [];
  return wrap(text, textWidth).map(
    (line, index) => `${(index === 0 ? label : '').padEnd(labelWidth)}${line}`,
  );
}

function callsThat({ calls }: CapabilityRecord, supported: CallFinding['supported']): string {
  return Object.keys(calls)
    .filter((name) => calls[name]?.supported === supported)
    .join(', ');
}
