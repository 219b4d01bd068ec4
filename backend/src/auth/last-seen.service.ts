import { Injectable } from '@nestjs/common';
import { inChunks } from '../common/chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LastSeenRepository, type SeenRow } from './last-seen.repository.js';

/** When people were last here, and whether they let others see it. */
@Injectable()
export class LastSeenService {
  constructor(
    private readonly repository: LastSeenRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What is known of each of the users; an unknown id is left out. */
  async of(userIds: readonly string[]): Promise<Map<string, SeenRow>> {
    const rows = await inChunks(userIds, (chunk) => this.repository.of(chunk));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The users were last here at `time`, ISO 8601: one transaction, however many they are. */
  async note(userIds: readonly string[], time: string): Promise<void> {
    await this.unitOfWork.run(async ({ manager }) => {
      await inChunks(userIds, async (chunk) => {
        await this.repository.note(manager, chunk, time);
        return [];
      });
    });
  }

  /** How many accounts there are. */
  headcount(): Promise<number> {
    return this.repository.count();
  }
}
