import { roomStatus } from './room-status';
import type { RoomSigns } from './room-signs';
import { grace, room } from '../testing/builders';

const NOW = new Date(2026, 5, 11, 14, 30);
const signs = (given: Partial<RoomSigns> = {}): RoomSigns =>
  ({
    typistsIn: () => [],
    presenceOf: () => null,
    onlineIn: () => null,
    lastUpdated: () => null,
    minute: () => NOW,
    ...given,
  }) as unknown as RoomSigns;
const lastUpdated = (at: Date) => signs({ lastUpdated: (() => at) as RoomSigns['lastUpdated'] });

describe('roomStatus', () => {
  it('says who is in a room, how many of them are there, and what it is about', () => {
    const about = room({ memberCount: 7, topic: 'Before we ship' });
    expect(roomStatus(about, signs()).about).toBe('7 members · Before we ship');
    expect(roomStatus(about, signs({ onlineIn: () => 4 })).about).toBe('7 members, 4 online · Before we ship');
  });

  it('says of another person whether they are there, or else by which name one writes to them', () => {
    const direct = room({ kind: 'direct', name: null, peer: grace });
    const isThere = signs({ presenceOf: () => ({ online: true, lastSeenAt: null }) });
    expect(roomStatus(direct, isThere).about).toBe('Online');
    expect(roomStatus(direct, signs()).about).toBe('@grace.lindqvist');
  });

  it('says how old it is while the connection is away', () => {
    expect(roomStatus(room(), lastUpdated(new Date(2026, 5, 11, 10, 46))).about).toMatch(
      /^Last updated at (10:46|10:46.AM)$/,
    );
    expect(roomStatus(room(), lastUpdated(new Date(2026, 5, 10, 23, 59))).about).toMatch(
      /^Last updated (10 Jun 2026|Jun 10, 2026), (23:59|11:59.PM)$/,
    );
  });

  it('names those who type', () => {
    expect(roomStatus(room(), signs({ typistsIn: () => ['Ada'] })).typing).toBe('Ada is typing…');
  });
});
