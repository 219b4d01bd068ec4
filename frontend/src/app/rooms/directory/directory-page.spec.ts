import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { roomState, type Page, type Room } from '#shared';
import { Subject, type Observable } from 'rxjs';
import { ApiError } from '../../core/api-error';
import { ChatStore } from '../store/chat-store';
import { CreateRoom } from './create-room';
import { DirectoryPage } from './directory-page';
import { ListPageHarness } from './list-page.harness';
import { RoomsApi, type PageRequest } from '../store/rooms-api';
import { room } from '../testing/builders';

const unreached = () => new ApiError('unavailable', 'The server cannot be reached.', 0);
const garden = room({ id: 'garden', name: 'Garden', topic: 'Beans', memberCount: 4, me: null });
const retro = room({ id: 'retro', name: 'Retro' });

describe('the directory of rooms', () => {
  let asked: { readonly request: PageRequest; readonly answer: Subject<Page<Room>> }[];
  let joined: Subject<Room>;
  const adopt = vi.fn();
  const create = vi.fn();

  beforeEach(() => {
    asked = [];
    joined = new Subject();
    vi.clearAllMocks();
  });

  async function open() {
    const directory = (request: PageRequest): Observable<Page<Room>> => {
      const answer = new Subject<Page<Room>>();
      asked.push({ request, answer });
      return answer;
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: RoomsApi, useValue: { directory, join: () => joined } },
        { provide: ChatStore, useValue: { room: (id: string) => (id === 'retro' ? roomState(retro) : null), adopt } },
        { provide: CreateRoom, useValue: { open: create } },
      ],
    });
    const fixture = TestBed.createComponent(DirectoryPage);
    return TestbedHarnessEnvironment.loader(fixture).getHarness(ListPageHarness);
  }
  const answer = (items: Room[], next: string | null = null): void => {
    asked.at(-1)?.answer.next({ items, next });
    asked.at(-1)?.answer.complete();
  };
  const fail = (): void => asked.at(-1)?.answer.error(unreached());

  it('shows that it is loading, and then each room with the way into it', async () => {
    const page = await open();
    expect(await page.isLoading()).toBe(true);
    answer([garden, retro]);
    expect(await page.isLoading()).toBe(false);
    expect(await page.names()).toEqual(['Garden', 'Retro']);
    expect(await page.buttons()).toEqual(['Create a room', 'Join Garden', 'Open Retro']);
  });

  it('says that there is nothing yet', async () => {
    const page = await open();
    answer([]);
    expect(await page.note()).toBe('There are no public rooms yet. Create the first one.');
    expect(await page.alert()).toBeNull();
    await page.press('Create a room');
    expect(create).toHaveBeenCalledOnce();
  });

  it('says that nothing matches what is searched', async () => {
    const page = await open();
    answer([garden]);
    await page.search('zzz');
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.request).toEqual({ q: 'zzz' });
    answer([]);
    expect(await page.note()).toBe('No public room matches. Try fewer letters.');
  });

  it('says that the list could not be loaded, and asks for it again', async () => {
    const page = await open();
    fail();
    expect(await page.alert()).toContain('The server cannot be reached.');
    await page.press('Try again');
    expect(await page.isLoading()).toBe(true);
    answer([garden]);
    expect(await page.names()).toEqual(['Garden']);
    expect(await page.alert()).toBeNull();
  });

  it('keeps what it has where more could not be loaded', async () => {
    const page = await open();
    answer([garden], 'further');
    await page.press('Show more');
    expect(asked[1]?.request).toEqual({ q: '', cursor: 'further' });
    fail();
    expect(await page.names()).toEqual(['Garden']);
    expect(await page.alert()).toContain('The server cannot be reached.');
    expect(await page.buttons()).toContain('Try again');
  });

  it('opens a room that was joined, or says why it was not', async () => {
    const page = await open();
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    answer([garden]);
    await page.press('Join');
    joined.error(new ApiError('forbidden', 'Only those who were asked may join.', 403));
    expect(await page.alert()).toContain('Only those who were asked may join.');
    joined = new Subject();
    await page.press('Join');
    joined.next(garden);
    expect(adopt).toHaveBeenCalledExactlyOnceWith(garden);
    expect(navigate).toHaveBeenCalledExactlyOnceWith(['/rooms', 'garden']);
    expect(await page.alert()).toBeNull();
  });
});
