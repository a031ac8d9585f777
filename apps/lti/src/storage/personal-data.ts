import { type Kysely, type RawBuilder, sql } from 'kysely';
import { newId } from '../tokens.ts';
import { type Belonging, dataMap, isSecretColumn, type TablePlan } from './data-map.ts';
import type { Schema } from './schema.ts';

/** An institution: one deployment of a platform, or all of them. */
export interface Institution {
  readonly platformId: string;
  readonly deploymentId?: string | undefined;
}

/** Rows by table; tables without any are left out. */
export type ExportedRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** How many rows of each table were or would be touched; tables without any are left out. */
export type TouchedRows = Readonly<Record<string, number>>;

export interface PersonalData {
  /** Gives every row about a person, without secrets. */
  ofPerson(userID: string): Promise<ExportedRows>;
  /** Gives every row of an institution, without secrets and without the bytes of documents. */
  ofInstitution(institution: Institution): Promise<ExportedRows>;
  /**
   * Deletes what is about a person; in what must stay, such as the record of what was done, a name
   * made up for the purpose takes their place. Counts only, unless it is meant.
   */
  erasePerson(userID: string, meant: boolean): Promise<TouchedRows>;
  /** Deletes every row of an institution. Counts only, unless it is meant. */
  eraseInstitution(institution: Institution, meant: boolean): Promise<TouchedRows>;
}

const tables = Object.entries(dataMap) as readonly (readonly [keyof Schema, TablePlan])[];

/** Rows that point at others go before those. */
const erasingOrder: readonly Belonging[] = [
  'session',
  'document',
  'meeting',
  'room',
  'tenant',
  'platform',
  'registration',
];

/** Gives what is stored about people and institutions, in all tables. */
export function personalDataIn(db: Kysely<Schema>): PersonalData {
  return {
    ofPerson: (userID) => read(db, (plan) => aboutPerson(plan, userID)),
    ofInstitution: (institution) => read(db, ({ of }) => belongingTo(of, institution)),

    erasePerson: (userID, meant) =>
      db.transaction().execute(async (step) => {
        const touched: Record<string, number> = {};
        const pseudonym = `erased-${newId()}`;
        for (const [table, plan] of tables) {
          const condition = concerning(plan, userID);
          const count = condition === undefined ? 0 : await countOf(step, table, condition);
          if (condition === undefined || count === 0) continue;
          touched[table] = count;
          if (meant) await erasing(table, plan, condition, userID, pseudonym).execute(step);
        }
        return touched;
      }),

    eraseInstitution: (institution, meant) =>
      db.transaction().execute(async (step) => {
        const touched: Record<string, number> = {};
        const erased = erasingOrder.flatMap((of) => tables.filter(([, plan]) => plan.of === of));
        const parts = erased.flatMap(([table, { of }]) => {
          const condition = belongingTo(of, institution);
          return condition === undefined ? [] : [{ table, condition }];
        });
        // Counted before anything goes, for some rows take others with them.
        for (const { table, condition } of parts) {
          const count = await countOf(step, table, condition);
          if (count > 0) touched[table] = count;
        }
        for (const { table, condition } of meant ? parts : []) {
          await sql`delete from ${sql.table(table)} where ${condition}`.execute(step);
        }
        return touched;
      }),
  };
}

type Condition = RawBuilder<unknown>;

/** Rows that are about a person. */
function aboutPerson({ person }: TablePlan, userID: string): Condition | undefined {
  return person && sql`${sql.ref(person.column)} = ${userID}`;
}

/** Rows that are about a person, or name them on the side. */
function concerning(plan: TablePlan, userID: string): Condition | undefined {
  const about = aboutPerson(plan, userID);
  const { mentions } = plan;
  if (!mentions) return about;
  const text = sql.ref(mentions.column);
  const mentioned = sql`replace(${text}, ${userID}, '') <> ${text}`;
  return about ? sql`(${about} or ${mentioned})` : mentioned;
}

function erasing(
  table: string,
  { person, mentions }: TablePlan,
  condition: Condition,
  userID: string,
  pseudonym: string,
): RawBuilder<unknown> {
  if (person?.erased === 'deleted') return sql`delete from ${sql.table(table)} where ${condition}`;
  const changes = [person, mentions].flatMap((place) => {
    if (!place) return [];
    const column = sql.ref(place.column);
    const renamed = sql`replace(${column}, ${userID}, ${pseudonym})`;
    return [sql`${column} = ${place.erased === 'emptied' ? sql`null` : renamed}`];
  });
  return sql`update ${sql.table(table)} set ${sql.join(changes)} where ${condition}`;
}

/** Rows of an institution; undefined where a table has none of it. */
function belongingTo(
  of: Belonging,
  { platformId, deploymentId }: Institution,
): Condition | undefined {
  const ofPlatform = sql`platform_id = ${platformId}`;
  const ofTenant =
    deploymentId === undefined
      ? ofPlatform
      : sql`${ofPlatform} and deployment_id = ${deploymentId}`;
  const rooms = sql`(select id from rooms where ${ofTenant})`;
  const conditions: Record<Belonging, Condition | undefined> = {
    tenant: ofTenant,
    platform: deploymentId === undefined ? ofPlatform : undefined,
    registration: deploymentId === undefined ? sql`id = ${platformId}` : undefined,
    room: sql`room_id in ${rooms}`,
    meeting: sql`meeting_id in (select meeting_id from rooms where ${ofTenant})`,
    session: sql`session_id in (select id from sessions where room_id in ${rooms})`,
    document: sql`document_id in (select id from room_documents where room_id in ${rooms})`,
    tool: undefined,
  };
  return conditions[of];
}

async function countOf(db: Kysely<Schema>, table: string, condition: Condition): Promise<number> {
  const found = sql<{ n: number | bigint }>`
    select count(*) as n from ${sql.table(table)} where ${condition}`;
  return Number((await found.execute(db)).rows[0]?.n ?? 0);
}

async function read(
  db: Kysely<Schema>,
  conditionOf: (plan: TablePlan) => Condition | undefined,
): Promise<ExportedRows> {
  const exported: Record<string, readonly Record<string, unknown>[]> = {};
  for (const [table, plan] of tables) {
    const condition = conditionOf(plan);
    if (condition === undefined) continue;
    const columns = plan.shown ? sql.join(plan.shown.map((name) => sql.ref(name))) : sql`*`;
    const found = sql<Record<string, unknown>>`
      select ${columns} from ${sql.table(table)} where ${condition}`;
    const { rows } = await found.execute(db);
    if (rows.length > 0) exported[table] = rows.map(withoutSecrets);
  }
  return exported;
}

function withoutSecrets(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !isSecretColumn(name)));
}
