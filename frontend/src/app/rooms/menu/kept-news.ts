import type { Membership, UpdatePreferencesRequest } from '#shared';

// How a room is kept, when that changes. Pure.

/** What has changed, in a sentence: it shows at the foot of the page, and a screen reader says it. */
export function keptNews(name: string, change: UpdatePreferencesRequest): string {
  if (change.pinned !== undefined) {
    return change.pinned
      ? $localize`:@@nowPinned:${name}:name: is pinned to the top.`
      : $localize`:@@nowUnpinned:${name}:name: is no longer pinned.`;
  }
  if (change.archived !== undefined) {
    return change.archived
      ? $localize`:@@nowArchived:${name}:name: is archived.`
      : $localize`:@@nowUnarchived:${name}:name: is out of the archive.`;
  }
  if (change.mutedUntil !== undefined) {
    return change.mutedUntil === null
      ? $localize`:@@nowUnmuted:${name}:name: is no longer muted.`
      : $localize`:@@nowMuted:${name}:name: is muted.`;
  }
  return $localize`:@@nowUnread:${name}:name: is marked as unread.`;
}

/** The change that takes another one back. */
export function takenBack(me: Membership, change: UpdatePreferencesRequest): UpdatePreferencesRequest {
  return {
    ...(change.pinned !== undefined && { pinned: me.pinnedAt !== null }),
    ...(change.archived !== undefined && { archived: me.archivedAt !== null }),
    ...(change.mutedUntil !== undefined && { mutedUntil: me.mutedUntil }),
    ...(change.markedUnread !== undefined && { markedUnread: me.markedUnread }),
  };
}
