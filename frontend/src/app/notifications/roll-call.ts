import { inject, Injectable } from '@angular/core';
import {
  defer,
  EMPTY,
  filter,
  fromEvent,
  ignoreElements,
  map,
  merge,
  NEVER,
  Observable,
  of,
  take,
  tap,
  timer,
} from 'rxjs';
import { Attention } from '../conversation/attention';
import { TAB_CHANNEL, type TabChannel } from './tab-channel';

/** A tab that is looked at is not slowed down by the browser: it answers within this time. */
const ANSWER_WITHIN_MS = 200;
const QUESTION = 'who looks?';
const ANSWER = 'I do';

/** Finds out whether any tab of this person is looked at. One that has crashed does not answer, and counts for nothing. */
@Injectable({ providedIn: 'root' })
export class RollCall {
  private readonly attention = inject(Attention);
  private readonly open = inject(TAB_CHANNEL);

  /**
   * Answers the calls of other tabs for as long as it is subscribed to.
   * @param name what the tabs of one person have in common
   */
  join(name: string): Observable<never> {
    return this.on(name, NEVER, (channel) =>
      heard(channel, QUESTION).pipe(
        filter(() => this.attention.isHere()),
        tap(() => channel.postMessage(ANSWER)),
        ignoreElements(),
      ),
    );
  }

  /** Whether somebody looks, here or in another tab; emits once. */
  anyoneLooks(name: string): Observable<boolean> {
    if (this.attention.isHere()) return of(true);
    return this.on(name, of(false), (channel) => {
      const answered$ = heard(channel, ANSWER).pipe(map(() => true));
      const silent$ = timer(ANSWER_WITHIN_MS).pipe(map(() => false));
      const asking$ = defer(() => {
        channel.postMessage(QUESTION);
        return EMPTY;
      });
      return merge(answered$, silent$, asking$).pipe(take(1));
    });
  }

  private on<T>(name: string, alone$: Observable<T>, use: (channel: TabChannel) => Observable<T>): Observable<T> {
    return new Observable((subscriber) => {
      const channel = this.open(name);
      const subscription = (channel ? use(channel) : alone$).subscribe(subscriber);
      return () => {
        subscription.unsubscribe();
        channel?.close();
      };
    });
  }
}

const heard = (channel: TabChannel, word: string): Observable<unknown> =>
  fromEvent<MessageEvent<unknown>>(channel, 'message').pipe(filter(({ data }) => data === word));
