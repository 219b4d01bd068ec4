import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { FOREVER } from '#shared';
import { RoomActions } from '../../rooms/menu/room-actions';
import { membership, room } from '../../rooms/testing/builders';
import { Today } from '../../rooms/today';
import { MuteControl } from './mute-control';

describe('whether a conversation is muted', () => {
  const prefer = vi.fn();

  async function open(mutedUntil: string | null) {
    prefer.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomActions, useValue: { prefer } },
        { provide: Today, useValue: { minute: signal(new Date('2026-06-11T10:00:00Z')) } },
      ],
    });
    const fixture = TestBed.createComponent(MuteControl);
    const about = room({ me: membership({ mutedUntil }) });
    fixture.componentRef.setInput('room', about);
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const state = () => (fixture.nativeElement as HTMLElement).querySelector('.grow')?.textContent;
    return { about, loader, state };
  }

  it.each([
    [null, /^Not muted$/u],
    [FOREVER, /^Muted$/u],
    ['2026-06-11T18:00:00.000Z', /^Muted until .*2026/u],
    ['2026-06-11T09:59:00.000Z', /^Not muted$/u],
  ])('is said of %s', async (mutedUntil, said) => {
    expect((await open(mutedUntil)).state()).toMatch(said);
  });

  it('can be changed for a time that one chooses', async () => {
    const { about, loader } = await open(null);
    const menu = await loader.getHarness(MatMenuHarness);
    await menu.open();
    await menu.clickItem({ text: 'Always' });
    expect(prefer).toHaveBeenCalledExactlyOnceWith(about, { mutedUntil: FOREVER });
  });

  it('can be ended', async () => {
    const { about, loader } = await open(FOREVER);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Unmute' }))).click();
    expect(prefer).toHaveBeenCalledExactlyOnceWith(about, { mutedUntil: null });
  });
});
