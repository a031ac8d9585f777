import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { params } from '../cells/sign-cells.ts';
import { median } from '../measure.ts';
import { installPhpPeer } from '../php-peer.ts';
import { goal, round, section, table } from '../report.ts';

const script = join(import.meta.dirname, '../../php/sign.php');
const cells = ['bare-hash', 'bare-encoding', 'core', 'core-validated', 'peer-url', 'peer'] as const;

/** The same URL made by the core in PHP, with the opcode cache that PHP hosts run with. */
export async function signPhpSection(): Promise<void> {
  installPhpPeer();
  const found = new Map<string, number[]>(cells.map((cell) => [cell, []]));
  for (let turn = 0; turn < 5; turn++) {
    for (const cell of cells) found.get(cell)?.push(await measure(cell));
  }
  const micros = (cell: (typeof cells)[number]): number => median(found.get(cell) ?? []);
  const bare = micros('bare-hash') + micros('bare-encoding');
  section('A signed create URL with 26 parameters, in PHP');
  table([
    ['variant', 'µs', '× bare'],
    ['bare hash + bare encoding', round(bare), 1],
    ...cells.map((cell) => [cell, round(micros(cell)), round(micros(cell) / bare)]),
  ]);
  goal('signed in PHP, × bare', micros('core') / bare, { atMost: 1.7 });
  // "peer-url" has its parameters filled in beforehand: the harder one to beat.
  goal('rate, × bigbluebutton-api-php', micros('peer-url') / micros('core'), { atLeast: 1.8 });
}

async function measure(cell: string): Promise<number> {
  const settings = ['-d', 'opcache.enable_cli=1', '-d', 'opcache.jit=0', '-d', 'pcov.enabled=0'];
  const args = [...settings, script, cell, JSON.stringify(params)];
  const { stdout } = await promisify(execFile)('php', args);
  return (JSON.parse(stdout) as { readonly micros: number }).micros;
}
