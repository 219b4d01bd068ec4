import { inject, Injectable } from '@angular/core';
import type { ChatState } from '#shared';
import { Chime } from './chime';
import type { Notice } from './decide';
import { NoticeBoard } from './notice-board';
import { NotificationPermission } from './permission';
import { NotificationSettingsStore } from './settings-store';
import { outdated } from './shown-notices';

/** A conversation that goes on is heard again after so long; in between its notification only counts on. */
const HEARD_AGAIN_MS = 20_000;

/** Brings notices to where they are seen and heard, and takes them away when they have served. */
@Injectable({ providedIn: 'root' })
export class Presenter {
  private readonly board = inject(NoticeBoard);
  private readonly chime = inject(Chime);
  private readonly permission = inject(NotificationPermission);
  private readonly settings = inject(NotificationSettingsStore).settings;

  private readonly shown = new Map<string, number>();
  private readonly heardAt = new Map<string, number>();

  /** Shows a notice, with the sound where it is wanted. The system's own sound stands in for one that may not play yet. */
  async present(notice: Notice): Promise<void> {
    const { on, volume } = this.settings().sound;
    const alertsAgain = this.isToBeHeard(notice);
    this.shown.set(notice.roomId, notice.seq);
    const isPlayed = on && alertsAgain && (await this.chime.play(volume));
    const isStillDue = this.shown.get(notice.roomId) === notice.seq;
    if (!isStillDue || this.permission.check() !== 'granted') return;
    await this.board.show(notice, { alertsAgain, isSilent: !on || isPlayed || !alertsAgain });
  }

  /** Takes over what an earlier page or another tab has left up. */
  async takeOver(): Promise<void> {
    const left = await this.board.shown().catch(() => new Map<string, number>());
    for (const [roomId, seq] of left) if (!this.shown.has(roomId)) this.shown.set(roomId, seq);
  }

  /** Takes away what was read, or taken back. */
  tidy(state: ChatState): void {
    for (const roomId of outdated(this.shown, state)) {
      this.shown.delete(roomId);
      this.heardAt.delete(roomId);
      void this.board.close(roomId);
    }
  }

  private isToBeHeard({ roomId, isMention }: Notice): boolean {
    const now = Date.now();
    const isDue = isMention || now - (this.heardAt.get(roomId) ?? 0) >= HEARD_AGAIN_MS;
    if (isDue) this.heardAt.set(roomId, now);
    return isDue;
  }
}
