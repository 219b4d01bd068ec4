import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrate } from './migrate.js';
import { misplaced } from './misplaced.js';

/**
 * Opens the database and brings it up to date.
 * @throws ConfigError naming the variable that says where it is
 */
export async function openDatabase(options: DataSourceOptions): Promise<DataSource> {
  try {
    const dataSource = await new DataSource(options).initialize();
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    throw misplaced(options, error);
  }
}
