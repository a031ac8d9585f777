import type { Clock } from '../clock.ts';
import { type Admins, adminsIn } from './admins.ts';
import { type Audit, auditIn } from './audit.ts';
import { type Census, censusIn } from './census.ts';
import { type CourseOrigins, courseOriginsIn } from './course-origins.ts';
import { type Choosers, choosersIn } from './choosers.ts';
import { type Deployments, deploymentsIn } from './deployments.ts';
import { type Documents, documentsIn } from './documents.ts';
import type { Engine } from './engines/engine.ts';
import { isPostgresAddress, openEngine } from './engines/open.ts';
import type { Events } from './events/events.ts';
import { type Groups, groupsIn } from './groups.ts';
import { type Hooks, hooksIn } from './hooks.ts';
import { type Invites, invitesIn } from './invites.ts';
import { type Jobs, jobsIn } from './jobs.ts';
import { type LaunchTraces, launchTracesIn } from './launch-traces.ts';
import { type ChosenItems, chosenItemsIn, type Links, linksIn } from './links.ts';
import { type Logins, loginsIn, usualMostPending } from './logins.ts';
import { type MeetingWatches, meetingWatchesIn } from './meeting-watch.ts';
import { meetingsIn, type StoredMeetings } from './meetings.ts';
import { migrate } from './migrations/migrate.ts';
import { type PersonalData, personalDataIn } from './personal-data.ts';
import { type PlatformChanges, platformChangesIn } from './platform-changes.ts';
import { type Platforms, platformsIn } from './platforms.ts';
import { type Presets, presetsIn } from './presets.ts';
import { type RecordingLists, recordingListsIn } from './recording-lists.ts';
import { type Recordings, recordingsIn } from './recordings.ts';
import { roleRulesIn, type StoredRoleRules } from './role-rules.ts';
import { type RoomCopies, roomCopiesIn } from './room-copies.ts';
import { type Retention, retentionIn } from './retention.ts';
import { type Rooms, roomsIn } from './rooms.ts';
import { passingKey, readKeyFile } from './sealing/encryption-keys.ts';
import { holdsSecrets, resealAll } from './sealing/reseal.ts';
import { nameOf, sealedColumns } from './sealing/sealed-columns.ts';
import { createSealer, type EncryptionKey, type Sealer } from './sealing/sealer.ts';
import { type Sessions, sessionsIn } from './sessions.ts';
import { StorageError } from './storage-error.ts';
import { type Tickets, ticketsIn } from './tickets.ts';
import { type StoredToolKeys, toolKeysIn } from './tool-keys.ts';
import { type WatchTickets, watchTicketsIn } from './watch-tickets.ts';

export interface Storage {
  readonly platforms: Platforms;
  readonly deployments: Deployments;
  readonly platformChanges: PlatformChanges;
  readonly invites: Invites;
  readonly toolKeys: StoredToolKeys;
  readonly logins: Logins;
  readonly rooms: Rooms;
  readonly presets: Presets;
  readonly documents: Documents;
  readonly links: Links;
  readonly chosenItems: ChosenItems;
  readonly roomCopies: RoomCopies;
  readonly courseOrigins: CourseOrigins;
  readonly roleRules: StoredRoleRules;
  readonly choosers: Choosers;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly recordings: Recordings;
  readonly recordingLists: RecordingLists;
  readonly watchTickets: WatchTickets;
  readonly groups: Groups;
  readonly meetingWatches: MeetingWatches;
  readonly hooks: Hooks;
  readonly jobs: Jobs;
  readonly meetings: StoredMeetings;
  readonly audit: Audit;
  readonly admins: Admins;
  readonly launchTraces: LaunchTraces;
  readonly personalData: PersonalData;
  readonly retention: Retention;
  readonly census: Census;
  readonly events: Events;
  /** What encrypts the secrets of each column that holds some. */
  readonly sealers: Readonly<Record<keyof typeof sealedColumns, Sealer>>;
  close(): Promise<void>;
}

export interface StorageOptions {
  /**
   * Keys of the secrets, newest first. Without any, an SQLite file has one of its own in a file
   * beside it.
   */
  readonly encryptionKeys?: readonly EncryptionKey[];
  /** Bounds the logins that wait for their launch. */
  readonly mostPendingLogins?: number;
}

/**
 * Opens a database (a `postgresql://` address, the path of an SQLite file, or `:memory:`), brings
 * it up to date and gives its repositories. Throws a StorageError when it cannot be used.
 */
export async function openStorage(
  database: string,
  clock: Clock,
  { encryptionKeys, mostPendingLogins = usualMostPending }: StorageOptions = {},
): Promise<Storage> {
  const engine = await openEngine(database);
  try {
    await migrate(engine, clock);
    const keys = encryptionKeys ?? (await ownKeysOf(database, engine));
    return await storageOn(engine, clock, keys, mostPendingLogins);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Gives the repositories of a database that is open and up to date. */
export async function storageOn(
  engine: Engine,
  clock: Clock,
  keys: readonly EncryptionKey[],
  mostPendingLogins = usualMostPending,
): Promise<Storage> {
  await resealAll(engine, keys);
  return repositoriesIn(engine, clock, keys, mostPendingLogins);
}

async function ownKeysOf(database: string, { db }: Engine): Promise<readonly EncryptionKey[]> {
  if (database === ':memory:') return [passingKey()];
  if (!isPostgresAddress(database)) {
    return readKeyFile(`${database}.key`, !(await holdsSecrets(db)));
  }
  throw new StorageError(
    'encryption_key_missing',
    'with PostgreSQL all processes share a key that must be given to them',
  );
}

function repositoriesIn(
  engine: Engine,
  clock: Clock,
  keys: readonly EncryptionKey[],
  mostPendingLogins: number,
): Storage {
  const { db } = engine;
  return {
    platforms: platformsIn(db),
    deployments: deploymentsIn(db, clock),
    platformChanges: platformChangesIn(db, clock),
    invites: invitesIn(db, clock),
    toolKeys: toolKeysIn(db),
    logins: loginsIn(db, clock, mostPendingLogins),
    rooms: roomsIn(db, clock),
    presets: presetsIn(db, clock),
    documents: documentsIn(engine, clock),
    links: linksIn(db, clock),
    chosenItems: chosenItemsIn(db, clock),
    roomCopies: roomCopiesIn(db, clock),
    courseOrigins: courseOriginsIn(db, clock),
    roleRules: roleRulesIn(db),
    choosers: choosersIn(db, clock),
    sessions: sessionsIn(db, clock),
    tickets: ticketsIn(db, clock),
    recordings: recordingsIn(db),
    recordingLists: recordingListsIn(engine, clock),
    watchTickets: watchTicketsIn(db, clock),
    groups: groupsIn(engine, clock),
    meetingWatches: meetingWatchesIn(db),
    hooks: hooksIn(db, clock),
    jobs: jobsIn(engine, clock),
    meetings: meetingsIn(engine, clock),
    audit: auditIn(db, clock),
    admins: adminsIn(db, clock),
    launchTraces: launchTracesIn(db),
    personalData: personalDataIn(db),
    retention: retentionIn(db, clock),
    census: censusIn(db, clock),
    events: engine.events,
    sealers: { toolKeys: createSealer(keys, nameOf(sealedColumns.toolKeys)) },
    close: () => engine.close(),
  };
}
