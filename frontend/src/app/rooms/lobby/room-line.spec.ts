import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { RoomLine } from './room-line';
import { RoomLineHarness } from './room-line.harness';
import type { RoomRow } from './room-row';

const ROW: RoomRow = {
  roomId: 'r-1',
  id: 'r-1',
  kind: 'room',
  title: 'Release 2.8',
  picture: null,
  isPrivate: false,
  time: '11:30',
  preview: { kind: 'said', text: 'Grace: Ready.' },
  tick: null,
  unread: 0,
  isMentioned: false,
  isMarked: false,
  isMuted: false,
  isPinned: false,
  isOnline: false,
};

describe('a row of the list', () => {
  function draw(given: Partial<RoomRow> = {}, { isDrawn = true } = {}): Promise<RoomLineHarness> {
    const fixture = TestBed.createComponent(RoomLine);
    fixture.componentRef.setInput('parleyRoomLine', { ...ROW, ...given });
    fixture.componentRef.setInput('isDrawn', isDrawn);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, RoomLineHarness);
  }

  it('says which conversation it is, what was said last, and when', async () => {
    const row = await draw();
    expect(await row.title()).toBe('Release 2.8');
    expect(await row.preview()).toBe('Grace: Ready.');
    expect(await row.text()).toContain('11:30');
    expect(await row.signs()).toEqual([]);
    expect(await row.looksUnread()).toBe(false);
  });

  it('says in words what its signs mean', async () => {
    const row = await draw({
      isOnline: true,
      isPrivate: true,
      isMuted: true,
      isPinned: true,
      isMentioned: true,
      unread: 3,
      tick: 'read',
    });
    expect(await row.signs()).toEqual(['Online', 'Private', 'Muted', 'Read', 'Pinned', 'Mentions you', '3 unread']);
    expect(await row.looksUnread()).toBe(true);
    expect(await row.looksMuted()).toBe(true);
  });

  it('looks unread where its reader has marked it so', async () => {
    const row = await draw({ isMarked: true });
    expect(await row.signs()).toEqual(['Marked as unread']);
    expect(await row.looksUnread()).toBe(true);
  });

  it.each([
    ['draft', 'Draft: Could we'],
    ['refused', 'Not sent: Could we'],
    ['typing', 'Could we'],
    ['deleted', 'Could we'],
  ] as const)('says of a %s what it is', async (kind, line) => {
    expect(await (await draw({ preview: { kind, text: 'Could we' } })).preview()).toBe(line);
  });

  it('is text alone out of sight, and still says what waits', async () => {
    const row = await draw({ unread: 120, isPinned: true }, { isDrawn: false });
    expect(await row.isDrawn()).toBe(false);
    expect(await row.text()).toContain('Release 2.8 11:30 Grace: Ready.');
    expect(await row.signs()).toEqual(['120 unread']);
  });
});
