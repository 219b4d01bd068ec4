import { dirname, resolve } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { makeFolder } from './make-folder.js';
import { migrate } from './migrate.js';
import { misplaced } from './misplaced.js';

/**
 * Opens the database and brings it up to date.
 * @throws ConfigError naming the variable that says where it is
 */
export async function openDatabase(options: DataSourceOptions): Promise<DataSource> {
  try {
    if (options.type !== 'postgres') await makeFolder(dirname(resolve(String(options.database))));
    const dataSource = await new DataSource(options).initialize();
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    throw misplaced(options, error);
  }
}
