import pg from 'pg';

/** Makes an empty database on a PostgreSQL, and answers with its address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client(`${url}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${url}/${name}`;
}
