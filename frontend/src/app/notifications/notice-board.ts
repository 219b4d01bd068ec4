import { DOCUMENT, inject, Injectable } from '@angular/core';
import {
  EMPTY,
  filter,
  fromEvent,
  map,
  merge,
  of,
  Subject,
  switchMap,
  take,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs';
import * as z from 'zod/mini';
import type { Notice } from './decide';
import { drawnFace } from './drawn-face';
import type { Shown } from './shown-notices';

/** How a notice makes itself heard. */
export interface Loudness {
  /** Whether it alerts though one of the same conversation is up already. */
  readonly alertsAgain: boolean;
  readonly isSilent: boolean;
}

/** `renotify` is not known to TypeScript's DOM. */
type Options = NotificationOptions & { readonly renotify: boolean };

const MARK = 'icons/icon-192.png';
const TEST_TAG = 'parley-test';
/** A tab that is brought to the front by a click gets the focus within this time. */
const IN_FRONT_WITHIN_MS = 3_000;

/** What a notification knows of the message that it tells of. */
const Told = z.object({ roomId: z.string(), seq: z.number() });

/** What Angular's service worker tells all tabs when a notification was clicked. */
const WorkerClick = z.object({
  type: z.literal('NOTIFICATION_CLICK'),
  data: z.object({ notification: z.object({ data: z.object({ roomId: z.string() }) }) }),
});

/** Shows native notifications, one a conversation: through the service worker where there is one, else from this tab. */
@Injectable({ providedIn: 'root' })
export class NoticeBoard {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView;
  private readonly clicks = new Subject<string>();
  /** What this tab shows itself, by tag. */
  private readonly own = new Map<string, Notification>();

  /** A conversation was chosen by a click on its notification. The window has been brought to the front. */
  readonly chosen$: Observable<string> = merge(this.clicks, this.workerClicks());

  /** Shows a notice in place of an earlier one of its room. Answers whether the browser took it. */
  show(notice: Notice, loudness: Loudness): Promise<boolean> {
    const { roomId, seq } = notice;
    return this.put(notice.title, {
      body: notice.body,
      icon: this.iconOf(notice),
      tag: roomId,
      renotify: loudness.alertsAgain,
      silent: loudness.isSilent,
      data: {
        roomId,
        seq,
        onActionClick: { default: { operation: 'focusLastFocusedOrOpen', url: `/rooms/${roomId}` } },
      },
    });
  }

  /** Shows what a notification looks like here. */
  showTest(): Promise<boolean> {
    return this.put($localize`:@@testTitle:Parley`, {
      body: $localize`:@@testBody:This is how a new message shows.`,
      icon: MARK,
      tag: TEST_TAG,
      renotify: true,
      data: { onActionClick: { default: { operation: 'focusLastFocusedOrOpen', url: '/' } } },
    });
  }

  /** What the tabs of this browser have put up through the worker and is up still: the place of the message, by room. */
  async shown(): Promise<Shown> {
    const notifications = (await (await this.worker())?.getNotifications()) ?? [];
    return new Map(
      notifications.flatMap(({ data }) => {
        const told = Told.safeParse(data).data;
        return told ? [[told.roomId, told.seq] as const] : [];
      }),
    );
  }

  /** Takes down what a room shows, whichever tab has put it up. */
  async close(roomId: string): Promise<void> {
    this.own.get(roomId)?.close();
    this.own.delete(roomId);
    const shown = await (await this.worker())?.getNotifications({ tag: roomId });
    for (const notification of shown ?? []) notification.close();
  }

  private iconOf({ face }: Notice): string {
    return (face && (face.picture ?? drawnFace(face, this.document))) ?? MARK;
  }

  private async put(title: string, options: Options): Promise<boolean> {
    try {
      const worker = await this.worker();
      if (worker) await worker.showNotification(title, options);
      else this.putFromHere(title, options);
      return true;
    } catch {
      return false;
    }
  }

  /** @throws TypeError where only a service worker may do this, as on phones */
  private putFromHere(title: string, options: Options): void {
    if (!this.window) return;
    const tag = options.tag ?? '';
    const notification = new this.window.Notification(title, options);
    this.own.set(tag, notification);
    notification.onclick = () => {
      this.window?.focus();
      notification.close();
      if (tag !== TEST_TAG) this.clicks.next(tag);
    };
    notification.onclose = () => {
      if (this.own.get(tag) === notification) this.own.delete(tag);
    };
  }

  /** There are none where the address is not secure. */
  private workers(): ServiceWorkerContainer | null {
    return this.window && 'serviceWorker' in this.window.navigator ? this.window.navigator.serviceWorker : null;
  }

  private async worker(): Promise<ServiceWorkerRegistration | null> {
    const registration = await this.workers()?.getRegistration();
    return registration?.active ? registration : null;
  }

  /** The worker brings one of the tabs to the front, and tells all of them: it is for that one to act. */
  private workerClicks(): Observable<string> {
    const { window } = this;
    const workers = this.workers();
    if (!window || !workers) return EMPTY;
    return fromEvent<MessageEvent<unknown>>(workers, 'message').pipe(
      map(({ data }) => WorkerClick.safeParse(data).data?.data.notification.data.roomId),
      filter((roomId) => roomId !== undefined),
      switchMap((roomId) =>
        merge(of(null), fromEvent(window, 'focus')).pipe(
          filter(() => this.document.hasFocus()),
          take(1),
          takeUntil(timer(IN_FRONT_WITHIN_MS)),
          map(() => roomId),
        ),
      ),
    );
  }
}
