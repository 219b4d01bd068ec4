import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Finds out whether the database answers. */
@Injectable()
export class DatabaseProbe {
  private readonly logger = new Logger(DatabaseProbe.name);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Never rejects; the reason of a "no" is in the log. */
  async isUp(): Promise<boolean> {
    try {
      await this.dataSource.query('SELECT 1');
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, 'the database does not answer');
      return false;
    }
  }
}
