import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Subject, tap } from 'rxjs';
import { ChatStore } from '../store/chat-store';
import { holdsAllMembers } from '../store/held-members';
import { memberSeeks, type MemberSeek } from './member-seeks';
import { RoomsApi } from '../store/rooms-api';

/** Looks for members of a room on the server, as long as not all are known here. Who was found is held by the room. */
@Injectable()
export class MemberSearch {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly seeks = new Subject<MemberSeek>();

  readonly state = toSignal(
    memberSeeks(
      this.seeks,
      ({ roomId }) => {
        const held = this.chat.room(roomId);
        return held !== null && !holdsAllMembers(held);
      },
      ({ roomId, text }) =>
        this.api.findMembers(roomId, text).pipe(tap((found) => this.chat.addMembers(roomId, found))),
    ),
    { initialValue: 'idle' as const },
  );

  seek(roomId: string, text: string): void {
    this.seeks.next({ roomId, text });
  }
}
