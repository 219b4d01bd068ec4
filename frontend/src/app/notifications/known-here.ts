import type { NotificationSettingsStore } from './settings-store';

const NEW_FOR_MS = 60_000;

/** Whether this browser was here a while ago already. Notes the first visit. */
export function isKnownHere(store: NotificationSettingsStore, now: Date): boolean {
  const first = store.settings().firstVisitAt;
  if (first === null) {
    store.change({ firstVisitAt: now.toISOString() });
    return false;
  }
  return now.getTime() - new Date(first).getTime() >= NEW_FOR_MS;
}
