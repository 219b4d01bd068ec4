import { describe, expect, it } from 'vitest';
import { dataSourceOptions } from './data-source-options.js';
import { misplaced } from './misplaced.js';

const failed = (code: string, message = 'told by a driver'): Error => Object.assign(new Error(message), { code });

describe('what keeps the database from opening', () => {
  const folder = dataSourceOptions({ dataDir: '/srv/parley', databaseUrl: undefined });
  const server = dataSourceOptions({ dataDir: '', databaseUrl: 'postgres://ada:secret@db.example:5433/chat' });

  it('is said of the folder, in words', () => {
    expect(misplaced(folder, failed('EACCES')).message).toBe(
      'DATA_DIR: /srv/parley cannot be used: this user may not write there.',
    );
  });

  it('is said of PostgreSQL without the password', () => {
    expect(misplaced(server, failed('3D000')).message).toBe(
      'DATABASE_URL: db.example:5433/chat cannot be used: PostgreSQL has no such database; make it first.',
    );
  });

  it('is said even where the driver says nothing, as of a host with two addresses', () => {
    const refused = Object.assign(new AggregateError([failed('ECONNREFUSED')]), { code: 'ECONNREFUSED' });
    expect(misplaced(server, refused).message).toContain('PostgreSQL does not answer there');
  });

  it('is in the words of the driver where there are no better ones', () => {
    expect(misplaced(server, failed('42501', 'permission denied for schema public')).message).toContain(
      'permission denied for schema public',
    );
  });
});
