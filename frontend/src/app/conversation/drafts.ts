import { Injectable } from '@angular/core';

/** What was typed into a room's composer and not sent, kept while the page lives. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly byRoom = new Map<string, string>();

  of(roomId: string): string {
    return this.byRoom.get(roomId) ?? '';
  }

  keep(roomId: string, text: string): void {
    if (text) this.byRoom.set(roomId, text);
    else this.byRoom.delete(roomId);
  }
}
