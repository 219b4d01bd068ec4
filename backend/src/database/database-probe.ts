import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Finds out whether the database answers. */
@Injectable()
export class DatabaseProbe {
  private readonly logger = new Logger(DatabaseProbe.name);
  private wasUp = true;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Never rejects. The log has a line when the answer changes, with the reason of a "no". */
  async isUp(): Promise<boolean> {
    try {
      await this.dataSource.query('SELECT 1');
      if (!this.wasUp) this.logger.log('the database answers again');
      this.wasUp = true;
    } catch (error) {
      if (this.wasUp) this.logger.warn(`the database does not answer: ${(error as Error).message}`);
      this.wasUp = false;
    }
    return this.wasUp;
  }
}
