import { computed, inject, Injectable, signal } from '@angular/core';
import { debounceTime, defer, finalize, merge, Subject, tap, type Observable } from 'rxjs';
import { whileSignedIn } from '../../auth/while-signed-in';
import { LEAVING } from '../../core/local/leaving';
import { LocalStore } from '../../core/local/local-store';
import type { Records } from '../../core/local/shelves';
import { Tabs, type TabLine } from '../../core/tabs';
import { Draft, DraftNews, NO_DRAFT, withDraft, type Change, type DraftsByRoom } from './draft';

/** A pause in typing: what each stroke has noted is written down then, and at the latest when the page goes. */
const PAUSE_MS = 300;

/**
 * What was typed into each room's composer and not sent: a new message, what it answers, another text for an own one. Kept
 * on the device for whoever typed it, over reloads and ended sessions; the tabs of a person share it, each room with the last
 * word of where it was typed into.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly local = inject(LocalStore);
  private readonly tabs = inject(Tabs);
  private readonly leaving$ = inject(LEAVING);
  private readonly byRoom = signal<DraftsByRoom>({});
  private readonly typed = new Subject<string>();
  /** Rooms whose drafts are not written down yet. */
  private readonly unwritten = new Set<string>();

  /** The text by room id, where there is one. */
  readonly all = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(this.byRoom()).flatMap(([id, { text }]) => (text ? [[id, text]] : []))),
  );

  /** How many messages were begun, or changed, and not finished. */
  readonly unfinished = computed(
    () =>
      Object.values(this.byRoom())
        .flatMap(({ text, change }) => [text !== '', isOther(change)])
        .filter(Boolean).length,
  );

  constructor() {
    whileSignedIn((userId) => this.serve(userId));
  }

  of(roomId: string): string {
    return this.draftOf(roomId).text;
  }

  keep(roomId: string, text: string): void {
    this.change(roomId, { ...this.draftOf(roomId), text });
  }

  /** The place of the message that the draft answers. */
  replyOf(roomId: string): number | null {
    return this.draftOf(roomId).replyTo;
  }

  keepReply(roomId: string, replyTo: number | null): void {
    this.change(roomId, { ...this.draftOf(roomId), replyTo });
  }

  /** The own message that is being changed, and the text that it is to have. */
  changeOf(roomId: string): Change | null {
    return this.draftOf(roomId).change;
  }

  keepChange(roomId: string, change: Change | null): void {
    this.change(roomId, { ...this.draftOf(roomId), change });
  }

  private draftOf(roomId: string): Draft {
    return this.byRoom()[roomId] ?? NO_DRAFT;
  }

  private change(roomId: string, draft: Draft): void {
    this.byRoom.update((drafts) => withDraft(drafts, roomId, draft));
    this.unwritten.add(roomId);
    this.typed.next(roomId);
  }

  private serve(userId: string): Observable<unknown> {
    return defer(() => {
      const line = this.tabs.line(`drafts-${userId}`);
      return merge(
        this.local.read('drafts', userId).pipe(tap((records) => this.recall(records))),
        line.heard$.pipe(tap((said) => this.hear(DraftNews.safeParse(said).data))),
        this.typed.pipe(tap((roomId) => this.local.note('drafts', userId, this.changesOf([roomId])))),
        merge(this.typed.pipe(debounceTime(PAUSE_MS)), this.leaving$).pipe(tap(() => this.writeDown(userId, line))),
      ).pipe(
        finalize(() => {
          this.writeDown(userId, line);
          line.close();
          this.byRoom.set({});
        }),
      );
    });
  }

  private writeDown(userId: string, line: TabLine): void {
    const changes = this.changesOf(this.unwritten);
    this.unwritten.clear();
    void this.local.write('drafts', userId, changes);
    for (const [roomId, draft] of changes) line.say({ roomId, draft: draft ?? null } satisfies DraftNews);
  }

  private changesOf(roomIds: Iterable<string>): Map<string, Draft | undefined> {
    return new Map([...roomIds].map((roomId) => [roomId, this.byRoom()[roomId]]));
  }

  /** What is being typed here is newer than what was kept. */
  private recall(records: Records): void {
    for (const [roomId, record] of records) {
      const draft = Draft.safeParse(record).data;
      if (draft && !this.unwritten.has(roomId)) this.byRoom.update((drafts) => withDraft(drafts, roomId, draft));
    }
  }

  private hear(news: DraftNews | undefined): void {
    // What is being typed here is newer.
    if (!news || this.unwritten.has(news.roomId)) return;
    this.byRoom.update((drafts) => withDraft(drafts, news.roomId, news.draft));
  }
}

const isOther = (change: Change | null): boolean => change !== null && change.text !== change.before;
