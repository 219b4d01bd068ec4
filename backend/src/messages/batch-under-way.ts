import { Injectable } from '@nestjs/common';

const NONE: ReadonlySet<string> = new Set();

/** The rooms to which this instance is writing a batch at the moment: soon there is something to tell of them. */
@Injectable()
export class BatchUnderWay {
  private rooms = NONE;
  private readonly listeners: (() => void)[] = [];

  begin(roomIds: Iterable<string>): void {
    this.rooms = new Set(roomIds);
  }

  /** The batch has been told of, or has failed. */
  end(): void {
    this.rooms = NONE;
    for (const listener of this.listeners) listener();
  }

  isFor(roomId: string): boolean {
    return this.rooms.has(roomId);
  }

  /** Calls back whenever a batch has ended. */
  subscribe(listener: () => void): void {
    this.listeners.push(listener);
  }
}
