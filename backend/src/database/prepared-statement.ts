import type { EntityManager } from 'typeorm';

/** The part of node-postgres' client that TypeORM does not reach: a statement with a name. */
interface Client {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/**
 * A statement of PostgreSQL's hot path, which every connection parses and plans once: while rooms are locked, planning takes
 * as long as the work itself.
 */
export class PreparedStatement<Row> {
  /** @param name unique among all statements of Parley */
  constructor(
    private readonly name: string,
    private readonly text: string,
  ) {}

  /** Runs in the manager's transaction. Rejects with the driver's error. */
  async run(manager: EntityManager, values: readonly unknown[]): Promise<Row[]> {
    if (!manager.queryRunner) throw new Error('A prepared statement runs in a transaction.');
    const client = (await manager.queryRunner.connect()) as Client;
    const { rows } = await client.query({ name: this.name, text: this.text, values });
    return rows as Row[];
  }
}
