import { Injectable, signal } from '@angular/core';

/** What was typed into a room's composer and not sent, kept while the page lives. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly byRoom = signal<Readonly<Record<string, string>>>({});

  /** The text by room id, where there is one. */
  readonly all = this.byRoom.asReadonly();

  of(roomId: string): string {
    return this.byRoom()[roomId] ?? '';
  }

  keep(roomId: string, text: string): void {
    this.byRoom.update(({ [roomId]: _before, ...others }) => (text ? { ...others, [roomId]: text } : others));
  }
}
