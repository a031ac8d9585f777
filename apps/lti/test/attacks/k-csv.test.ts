import { administrator } from '../kit/administrator.ts';
import { testTool } from '../kit/test-tool.ts';
import { type Case, describeCases } from './attack.ts';

/** Gives the cell in which the CSV of administrators shows an actor. */
async function cellFor(actor: string): Promise<string> {
  const tool = await testTool();
  await tool.storage.audit.note({ actor, action: 'meeting.end' });
  const { open } = await administrator(tool);
  const csv = await (await open('/admin/audit.csv?action=meeting')).text();
  // Everything between the second pair of quotes of the second line.
  return /\r\n"[^"]*",("(?:[^"]|"")*"),"meeting\.end"/.exec(csv)?.[1] ?? csv;
}

const formulas: readonly (readonly [actor: string, cell: string])[] = [
  ['=cmd|"/c calc"!A0', `"'=cmd|""/c calc""!A0"`],
  ['+1+1', `"'+1+1"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(1)', `"'@SUM(1)"`],
  ['\t=1+1', `"'\t=1+1"`],
  ['\r=1+1', `"'\r=1+1"`],
  ['\n=1+1', `"'\n=1+1"`],
  ['  =1+1', `"'  =1+1"`],
  ['\u200B=1+1', `"'\u200B=1+1"`],
  ['\uFF1D1+1', `"'\uFF1D1+1"`],
  ['x","=1+1', `"x"",""=1+1"`],
  ['x\r\n=1+1,y', `"x\r\n=1+1,y"`],
  ['lti-0f', `"lti-0f"`],
];

describeCases(
  'by a table',
  formulas.map(([actor, cell]): Case => [
    166,
    `a value ${JSON.stringify(actor)} in a downloaded table`,
    'is a text in one cell, never a formula',
    () => cellFor(actor),
    cell,
  ]),
);
