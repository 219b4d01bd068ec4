import { Injectable } from '@nestjs/common';
import { Batch } from '../../common/batch.js';
import { now } from '../../common/time.js';
import { CompanyService } from '../../rooms/company.service.js';
import { Audience } from '../audience.js';
import { Circle } from './circle.js';
import { PresenceWriter, isAway, isOnline, type PresenceEvent } from './presence-writer.js';
import { Roster, type Mode } from './roster.js';

const GATHER_MS = 200;

/**
 * Tells of comings and goings, on whichever instance they are, to those here whom they concern: who shares a direct room with
 * the user, or has a room on the screen that the user is a member of. One query for all that happened within a moment.
 */
@Injectable()
export class PresenceNews {
  private readonly changes = new Batch<string, PresenceEvent>(GATHER_MS, (events) => this.tell(events));

  constructor(
    private readonly roster: Roster,
    private readonly circle: Circle,
    private readonly audience: Audience,
    private readonly company: CompanyService,
    private readonly writer: PresenceWriter,
  ) {}

  begin(): void {
    this.roster.subscribe((userId, after, before) => this.note(userId, after, before));
  }

  stop(): void {
    this.changes.stop();
  }

  /** The user has come into sight of others, as a new member of a room. */
  repeat(userId: string): void {
    if (this.roster.modeOf(userId) === 'shown') this.changes.add(userId, isOnline(userId));
  }

  /** Somebody who is hidden is away since nobody knows when; and comes and goes unseen. */
  private note(userId: string, after: Mode | undefined, before: Mode | undefined): void {
    if (after === 'shown') this.changes.add(userId, isOnline(userId));
    else if (before === 'shown') this.changes.add(userId, isAway(userId, after ? null : now()));
  }

  private async tell(changes: ReadonlyMap<string, PresenceEvent>): Promise<void> {
    const viewed = this.audience.ids('viewers');
    const members = await this.company.among(viewed, [...changes.keys()]);
    for (const [roomId, userIds] of members) this.writer.tellViewers(roomId, eventsOf(changes, userIds));
    for (const [watcher, userIds] of this.concerned(changes)) this.writer.tellUser(watcher, eventsOf(changes, userIds));
  }

  /** Whom of the people here the changes of their peers concern, and which. */
  private concerned(changes: ReadonlyMap<string, PresenceEvent>): Map<string, string[]> {
    const concerned = new Map<string, string[]>();
    for (const userId of changes.keys()) {
      for (const watcher of this.circle.watchersOf(userId)) {
        const known = concerned.get(watcher);
        if (known) known.push(userId);
        else concerned.set(watcher, [userId]);
      }
    }
    return concerned;
  }
}

const eventsOf = (changes: ReadonlyMap<string, PresenceEvent>, userIds: readonly string[]): PresenceEvent[] =>
  userIds.flatMap((userId) => changes.get(userId) ?? []);
