import { FOREVER } from '#shared';
import { byLastActivity, byPlaceInList, isArchived, isMuted, lastActivity, waitingInAll } from './preferences';
import { membership, message, room } from './testing/builders';

const NOW = new Date('2026-06-11T12:00:00.000Z');
const EARLIER = '2026-06-11T11:00:00.000Z';
const LATER = '2026-06-11T13:00:00.000Z';
const keptAs = (me: Parameters<typeof membership>[0], given: Parameters<typeof room>[0] = {}) =>
  room({ me: membership(me), ...given });
const idsOf = (rooms: readonly { id: string }[]) => rooms.map(({ id }) => id);

describe('a mute', () => {
  it.each([
    ['for good', FOREVER, true],
    ['until later', LATER, true],
    ['that is over', EARLIER, false],
    ['that never was', null, false],
  ])('%s', (_, mutedUntil, holds) => {
    expect(isMuted(membership({ mutedUntil }), NOW)).toBe(holds);
  });
});

describe('an archived room', () => {
  const archivedAt = '2026-06-11T10:00:00.000Z';
  const said = (createdAt: string) => ({ lastMessage: message(1, { createdAt }) });

  it('stays away while nothing is said in it', () => {
    expect(isArchived(keptAs({ archivedAt }, said('2026-06-11T09:59:59.999Z')), NOW)).toBe(true);
  });

  it('comes back with the next message', () => {
    expect(isArchived(keptAs({ archivedAt }, said('2026-06-11T10:00:00.001Z')), NOW)).toBe(false);
  });

  it('stays away whatever is said while it is muted', () => {
    expect(isArchived(keptAs({ archivedAt, mutedUntil: FOREVER }, said(EARLIER)), NOW)).toBe(true);
    expect(isArchived(keptAs({ archivedAt, mutedUntil: EARLIER }, said(EARLIER)), NOW)).toBe(false);
  });

  it('is none without having been archived', () => {
    expect(isArchived(room(), NOW)).toBe(false);
  });
});

describe('what waits in all rooms', () => {
  it('leaves out the muted and the archived, and counts a room that was marked as one', () => {
    const rooms = [
      keptAs({ unread: 3 }),
      keptAs({ unread: 0, markedUnread: true }),
      keptAs({ unread: 2, markedUnread: true }),
      keptAs({ unread: 40, mutedUntil: FOREVER }),
      keptAs({ unread: 50, archivedAt: EARLIER }),
      room({ me: null }),
    ];
    expect(waitingInAll(rooms, NOW)).toBe(6);
  });
});

describe('the order of the list', () => {
  const at = (id: string, createdAt: string, pinnedAt: string | null = null) => keptAs({ pinnedAt }, { id, createdAt });

  it('puts the room with the newest message first, and counts a new room from its beginning', () => {
    const old = at('r-old', '2026-06-01T09:00:00.000Z');
    const fresh = at('r-new', '2026-06-10T09:00:00.000Z');
    const lively = room({ ...old, id: 'r-talk', lastMessage: message(1, { createdAt: EARLIER }) });
    expect(idsOf([old, fresh, lively].sort(byLastActivity))).toEqual(['r-talk', 'r-new', 'r-old']);
  });

  it('keeps pinned rooms on top, in the order of their pins, whatever is said', () => {
    const rooms = [at('r-1', LATER), at('r-2', LATER, LATER), at('r-3', EARLIER, EARLIER), at('r-4', EARLIER)];
    expect(idsOf(rooms.sort(byPlaceInList(lastActivity)))).toEqual(['r-3', 'r-2', 'r-1', 'r-4']);
  });
});
