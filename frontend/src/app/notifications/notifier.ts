import { effect, inject, Injectable, Injector, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import {
  asapScheduler,
  combineLatest,
  concatMap,
  distinctUntilChanged,
  EMPTY,
  filter,
  from,
  ignoreElements,
  map,
  merge,
  Observable,
  observeOn,
  of,
  pairwise,
  race,
  share,
  switchMap,
  take,
  tap,
  timer,
} from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { Tabs } from '../core/tabs';
import { RealtimeClient } from '../realtime/realtime-client';
import { ChatStore } from '../rooms/store/chat-store';
import { PeopleStore } from '../rooms/people/people-store';
import type { Facts } from './facts';
import { NoticeBoard } from './notice-board';
import { notices } from './notices';
import { Presenter } from './presenter';
import { RollCall } from './roll-call';
import { roomNews, type RoomNews } from './room-news';
import { NotificationSettingsStore } from './settings-store';

/** So long a notice waits for the name of who wrote, before it goes out without. */
const NAMED_WITHIN_MS = 1_500;

/** Tells whoever is signed in of new messages while they do not look: one tab for all. */
@Injectable({ providedIn: 'root' })
export class Notifier {
  private readonly chat = inject(ChatStore);
  private readonly client = inject(RealtimeClient);
  private readonly people = inject(PeopleStore);
  private readonly presenter = inject(Presenter);
  private readonly rollCall = inject(RollCall);
  private readonly settings = inject(NotificationSettingsStore).settings;
  private readonly injector = inject(Injector);
  private readonly tabs = inject(Tabs);

  /** What is held, after what is heard was taken in; a hidden tab runs this as promptly as one that is shown. */
  private readonly states$ = merge(this.client.events$, toObservable(this.chat.state)).pipe(
    observeOn(asapScheduler),
    filter(() => this.chat.loadState() === 'ready'),
    map(() => this.chat.state()),
    distinctUntilChanged(),
    share(),
  );

  constructor() {
    const router = inject(Router);
    inject(NoticeBoard)
      .chosen$.pipe(takeUntilDestroyed())
      .subscribe((roomId) => void router.navigate(['/rooms', roomId]));
    toObservable(inject(SessionStore).user)
      .pipe(
        map((user) => user?.id ?? null),
        distinctUntilChanged(),
        switchMap((userId) => (userId === null ? EMPTY : this.follow(userId, `notifications:${userId}`))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** @param name what the tabs of this person have in common */
  private follow(userId: string, name: string): Observable<never> {
    const lead$ = this.tabs.alone(name).pipe(switchMap(() => this.lead(userId, name)));
    return merge(this.rollCall.join(name), lead$);
  }

  private lead(userId: string, name: string): Observable<never> {
    const news$ = this.states$.pipe(
      pairwise(),
      concatMap(([before, after]) => roomNews(before, after)),
    );
    const told$ = notices(news$, (news) => this.ask(news, userId, name)).pipe(
      tap((notice) => void this.presenter.present(notice)),
    );
    const taken$ = from(this.presenter.takeOver()).pipe(
      filter(() => this.chat.loadState() === 'ready'),
      map(() => this.chat.state()),
    );
    const tidied$ = merge(this.states$, taken$).pipe(tap((state) => this.presenter.tidy(state)));
    return merge(told$, tidied$).pipe(ignoreElements());
  }

  /** What rang when the news came decides, not what is chosen while a name is looked for; who looks then or by now needs no notice. */
  private ask(news: RoomNews, userId: string, name: string): Observable<Facts> {
    const [now, settings] = [new Date(), this.settings()];
    return combineLatest([this.rollCall.anyoneLooks(name), this.named(news)]).pipe(
      take(1),
      switchMap(([hasLooked]) => (hasLooked ? of(true) : this.rollCall.anyoneLooks(name))),
      take(1),
      map((isLooking) => ({
        userId,
        now,
        settings,
        isLooking,
        held: this.chat.room(news.room.id),
        authorOf: (id) => this.people.userOf(id),
      })),
    );
  }

  /** Emits once it is known who wrote last, or it takes too long to find out. */
  private named({ messages }: RoomNews): Observable<unknown> {
    const authorId = messages.at(-1)?.senderId;
    if (authorId === undefined || this.people.userOf(authorId)) return of(null);
    return race(this.known(authorId), timer(NAMED_WITHIN_MS)).pipe(take(1));
  }

  /** The store looks for whoever it does not know. */
  private known(userId: string): Observable<null> {
    return new Observable((subscriber) => {
      const watch = effect(
        () => {
          if (this.people.userOf(userId)) untracked(() => subscriber.next(null));
        },
        { injector: this.injector, manualCleanup: true },
      );
      return () => watch.destroy();
    });
  }
}
