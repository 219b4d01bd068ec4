import { inject, Injectable } from '@angular/core';
import {
  defer,
  EMPTY,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  of,
  take,
  tap,
  timer,
  type Observable,
} from 'rxjs';
import { Attention } from '../core/attention';
import { Tabs, type TabLine } from '../core/tabs';

/** A tab that is looked at is not slowed down by the browser: it answers within this time. */
const ANSWER_WITHIN_MS = 200;
const QUESTION = 'who looks?';
const ANSWER = 'I do';

/** Finds out whether any tab of this person is looked at. One that has crashed does not answer, and counts for nothing. */
@Injectable({ providedIn: 'root' })
export class RollCall {
  private readonly attention = inject(Attention);
  private readonly tabs = inject(Tabs);

  /**
   * Answers the calls of other tabs for as long as it is subscribed to.
   * @param name what the tabs of one person have in common
   */
  join(name: string): Observable<never> {
    return this.on(name, (line) =>
      heard(line, QUESTION).pipe(
        filter(() => this.attention.isHere()),
        tap(() => line.say(ANSWER)),
        ignoreElements(),
      ),
    );
  }

  /** Whether somebody looks, here or in another tab; emits once. */
  anyoneLooks(name: string): Observable<boolean> {
    if (this.attention.isHere()) return of(true);
    return this.on(name, (line) => {
      const answered$ = heard(line, ANSWER).pipe(map(() => true));
      const silent$ = timer(ANSWER_WITHIN_MS).pipe(map(() => false));
      const asking$ = defer(() => {
        line.say(QUESTION);
        return EMPTY;
      });
      return merge(answered$, silent$, asking$).pipe(take(1));
    });
  }

  private on<T>(name: string, use: (line: TabLine) => Observable<T>): Observable<T> {
    return defer(() => {
      const line = this.tabs.line(name);
      return use(line).pipe(finalize(() => line.close()));
    });
  }
}

const heard = ({ heard$ }: TabLine, word: string): Observable<unknown> => heard$.pipe(filter((said) => said === word));
