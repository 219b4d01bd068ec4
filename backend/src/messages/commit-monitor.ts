import { Injectable } from '@nestjs/common';

/** A transaction of the message log that has become durable. */
export interface Commit {
  readonly messages: number;
  readonly seconds: number;
}

export type CommitListener = (commit: Commit) => void;

/** Tells whoever measures of every commit of the message log. */
@Injectable()
export class CommitMonitor {
  private readonly listeners: CommitListener[] = [];

  subscribe(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  tell(commit: Commit): void {
    for (const listener of this.listeners) listener(commit);
  }
}
