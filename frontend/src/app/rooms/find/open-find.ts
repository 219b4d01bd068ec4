import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Room } from '#shared';
import { defer, map, of, tap, type Observable } from 'rxjs';
import { ChatStore } from '../store/chat-store';
import { RoomsApi } from '../store/rooms-api';
import type { FindTarget } from './finds';

/** Goes to what was found: opens a conversation, begins one, joins a room, or does what was chosen. */
@Injectable({ providedIn: 'root' })
export class OpenFind {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly router = inject(Router);

  /** Completes once it is open. Fails with an `ApiError` where the server is needed and does not let it happen. */
  open(target: FindTarget): Observable<unknown> {
    switch (target.kind) {
      case 'conversation':
        return defer(() => of(this.show(target.room)));
      case 'person':
        return this.enter(this.api.direct(target.user.id));
      case 'room':
        return this.enter(this.api.join(target.room.id));
      case 'command':
        return defer(() => of(target.command.run()));
    }
  }

  private enter(room$: Observable<Room>): Observable<void> {
    return room$.pipe(
      tap((room) => this.chat.adopt(room)),
      map((room) => this.show(room)),
    );
  }

  private show({ id }: Room): void {
    void this.router.navigate(['/rooms', id]);
  }
}
