import type { RoomState } from '#shared';
import type { NotificationSettings } from '../core/notification-settings';

/** Somebody who wrote. */
export interface Author {
  readonly displayName: string;
  readonly avatarUrl: string | null;
}

/** What a decision rests on, beside the news. */
export interface Facts {
  readonly userId: string;
  readonly now: Date;
  readonly settings: NotificationSettings;
  /** Whether the reader looks at any window of Parley. */
  readonly isLooking: boolean;
  /** The room as it stands by now; null where the reader is no longer in it. */
  readonly held: RoomState | null;
  /** Who stands behind a user id; null where that is not known. */
  authorOf: (userId: string) => Author | null;
}
