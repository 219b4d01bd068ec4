import { inject, Injectable, Injector } from '@angular/core';
import type { PersonAsked } from './person-asked';

/** Opens the card of a person; the code for it is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class ShowPerson {
  private readonly injector = inject(Injector);

  of(asked: PersonAsked): void {
    void import('./person-dialog').then(({ PersonDialog }) => this.injector.get(PersonDialog).open(asked));
  }
}
