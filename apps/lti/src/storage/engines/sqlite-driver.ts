import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  type SqliteDatabase,
} from 'kysely';
import { GroupCommit } from './group-commit.ts';

/**
 * Runs the queries of one SQLite file. Single writes that come at the same time are committed
 * together, because going to the disk costs far more than they do; each is answered when it is
 * there. A transaction has the file to itself from its beginning to its end.
 */
export class SqliteFileDriver implements Driver {
  readonly #database: SqliteDatabase;
  readonly #group: GroupCommit;
  #transaction: Promise<void> | undefined;
  #endTransaction = (): void => {};

  constructor(database: SqliteDatabase, run: (sql: string) => void) {
    this.#database = database;
    this.#group = new GroupCommit(run);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<FileConnection> {
    return new FileConnection((query, isOwn) => this.#query(query, isOwn), this.#database);
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    while (this.#transaction !== undefined) await this.#transaction;
    this.#transaction = new Promise((resolve) => {
      this.#endTransaction = resolve;
    });
    (connection as FileConnection).inTransaction = true;
    try {
      this.#group.commit();
      // One that reads before it writes may not lose its turn in between.
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    } catch (error) {
      this.#leave(connection);
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
    this.#leave(connection);
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    } finally {
      this.#leave(connection);
    }
  }

  async destroy(): Promise<void> {
    this.#group.commit();
    this.#database.close();
  }

  async #query(query: CompiledQuery, isOwn: boolean): Promise<QueryResult<unknown>> {
    if (isOwn) return answerOf(this.#database, query);
    while (this.#transaction !== undefined) await this.#transaction;
    if (SelectQueryNode.is(query.query)) return answerOf(this.#database, query);
    const written = this.#group.join();
    const answer = answerOf(this.#database, query);
    await written;
    return answer;
  }

  #leave(connection: DatabaseConnection): void {
    (connection as FileConnection).inTransaction = false;
    this.#transaction = undefined;
    this.#endTransaction();
  }
}

class FileConnection implements DatabaseConnection {
  inTransaction = false;
  readonly #query: (query: CompiledQuery, isOwn: boolean) => Promise<QueryResult<unknown>>;
  readonly #database: SqliteDatabase;

  constructor(
    query: (query: CompiledQuery, isOwn: boolean) => Promise<QueryResult<unknown>>,
    database: SqliteDatabase,
  ) {
    this.#query = query;
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return (await this.#query(query, this.inTransaction)) as QueryResult<Row>;
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    const rows = this.#database.prepare(query.sql).iterate(query.parameters);
    for (const row of rows) yield { rows: [row as Row] };
  }
}

function answerOf(database: SqliteDatabase, { sql, parameters }: CompiledQuery) {
  const statement = database.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return {
    insertId: BigInt(lastInsertRowid),
    numAffectedRows: BigInt(changes),
    rows: [],
  };
}
