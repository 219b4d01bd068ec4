import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import type { Room } from '#shared';
import { Subject } from 'rxjs';
import { ApiError } from '../core/api-error';
import { ChatStore } from '../rooms/store/chat-store';
import { RoomsApi } from '../rooms/store/rooms-api';
import { room } from '../rooms/testing/builders';
import { RoomPreview } from './room-preview';

describe('a public room before one joins it', () => {
  let answer: Subject<Room>;
  const join = vi.fn(() => answer);
  const adopt = vi.fn();

  beforeEach(() => {
    answer = new Subject();
    vi.clearAllMocks();
  });

  async function open(given: Partial<Room> = {}) {
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { join } },
        { provide: ChatStore, useValue: { adopt } },
      ],
    });
    const fixture = TestBed.createComponent(RoomPreview);
    fixture.componentRef.setInput('room', room({ me: null, ...given }));
    const element = fixture.nativeElement as HTMLElement;
    const button = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatButtonHarness.with({ text: 'Join' }));
    return {
      words: () => element.textContent,
      press: () => button.click(),
      isBusy: async () => (await (await button.host()).getAttribute('aria-busy')) === 'true',
      problem: async () => {
        await fixture.whenStable();
        return element.querySelector('[role="alert"]')?.textContent ?? null;
      },
    };
  }

  it('says what it is called, what it is about, how many are there, and what joining brings', async () => {
    const { words } = await open({ name: 'Garden', topic: 'Beans', memberCount: 4 });
    for (const said of ['Garden', 'Beans', '4 members. Join to read along and to write.'])
      expect(words()).toContain(said);
  });

  it('is held once one has joined it, with one request however often one presses', async () => {
    const { press, isBusy } = await open();
    await press();
    await press();
    expect(join).toHaveBeenCalledExactlyOnceWith('r-1');
    expect(await isBusy()).toBe(true);
    expect(adopt).not.toHaveBeenCalled();
    answer.next(room());
    answer.complete();
    expect(adopt).toHaveBeenCalledExactlyOnceWith(room());
    expect(await isBusy()).toBe(false);
  });

  it('says why it could not be joined, until one tries again', async () => {
    const { press, problem } = await open();
    await press();
    answer.error(new ApiError('unavailable', 'The server cannot be reached', 0));
    expect(await problem()).toBe('The server cannot be reached.');
    answer = new Subject();
    await press();
    expect(await problem()).toBeNull();
    answer.next(room());
    expect(adopt).toHaveBeenCalledOnce();
  });
});
