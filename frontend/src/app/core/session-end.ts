import { Injectable } from '@angular/core';
import { type Observable, Subject } from 'rxjs';

/** Carries word from any depth of the client that the server no longer knows this session. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  private readonly announcements = new Subject<void>();

  readonly announced$: Observable<void> = this.announcements.asObservable();

  announce(): void {
    this.announcements.next();
  }
}
