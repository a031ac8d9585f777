import { noteDecision } from '../admin/platform-actions.ts';
import { userIdOf } from '../launch/user-id.ts';
import type { Institution, TouchedRows } from '../storage/personal-data.ts';
import type { Desk } from './desk.ts';
import type { Given } from './given.ts';
import { platformNamed } from './platform-named.ts';
import { CommandError, UsageError } from './usage.ts';

/** Whose data is meant: those of an institution, or of one person in it. */
interface Whose extends Institution {
  readonly userID: string | undefined;
  readonly inFile: boolean;
}

/** Writes all data of a person or an institution as JSON. */
export async function exportData(
  desk: Desk,
  _words: readonly string[],
  given: Given,
): Promise<void> {
  const { storage, clock, say } = desk;
  const whose = await whoseData(desk, given);
  const { platformId, deploymentId, userID } = whose;
  const { personalData } = storage;
  const data =
    userID === undefined
      ? await personalData.ofInstitution(whose)
      : await personalData.ofPerson(userID);
  const rows = rowsIn(Object.values(data).map(({ length }) => length));
  await noteDecision(storage, 'command', {
    ...tenantOf(whose),
    action: userID === undefined ? 'tenant.export' : 'person.export',
    detail: { rows },
  });
  const at = new Date(clock.now()).toISOString();
  say(JSON.stringify({ at, platformId, deploymentId, userID, data }, null, 2));
}

/** Erases all data of a person or an institution; without --yes it only counts. */
export async function eraseData(
  desk: Desk,
  _words: readonly string[],
  given: Given,
): Promise<void> {
  const { storage, say } = desk;
  const meant = given.yes === true;
  const whose = await whoseData(desk, given);
  const { deploymentId, userID, inFile } = whose;
  if (inFile && deploymentId === undefined) {
    throw new CommandError(
      'This platform is in the platforms file: remove it there and start the tool, or name a --deployment.',
    );
  }
  const { personalData } = storage;
  const touched =
    userID === undefined
      ? await personalData.eraseInstitution(whose, meant)
      : await personalData.erasePerson(userID, meant);
  const rows = rowsIn(Object.values(touched));
  for (const line of report(touched)) say(line);
  if (!meant) {
    say(`Nothing was erased yet. ${rows} rows go when you add --yes.`);
    return;
  }
  await noteDecision(storage, 'command', {
    ...tenantOf(whose),
    action: userID === undefined ? 'tenant.erase' : 'person.erase',
    detail: { rows },
  });
  say(`Erased: ${rows} rows. Copies of the database and the meeting server are not touched.`);
}

async function whoseData({ storage }: Desk, given: Given): Promise<Whose> {
  const { platform: id, deployment = [], person } = given;
  if (id === undefined)
    throw new UsageError('Name the platform with --platform: see platform list.');
  if (deployment.length > 1) throw new UsageError('Name one --deployment at most.');
  const platform = await platformNamed(storage, id);
  const [deploymentId] = deployment;
  if (person !== undefined && deploymentId === undefined) {
    throw new UsageError('A person is known within a deployment: name it with --deployment.');
  }
  const userID =
    person === undefined || deploymentId === undefined
      ? undefined
      : userIdOf({ platform, deploymentId, subject: person });
  return { platformId: id, deploymentId, userID, inFile: platform.source === 'file' };
}

function tenantOf({ platformId, deploymentId }: Whose) {
  return { platformId, ...(deploymentId !== undefined && { deploymentId }) };
}

function report(touched: TouchedRows): readonly string[] {
  return Object.entries(touched).map(([table, count]) => `${String(count).padStart(7)}  ${table}`);
}

function rowsIn(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
