import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import type { Page, User } from '#shared';
import { Subject, type Observable } from 'rxjs';
import { ApiError } from '../../core/api-error';
import { RoomsApi, type PageRequest } from '../../rooms/store/rooms-api';
import { grace, nora, user } from '../../rooms/testing/builders';
import { AddMember } from './add-member';

const named = (...names: readonly string[]): User[] => names.map((name) => user(`u-${name.toLowerCase()}`, name));

describe('adding somebody to a room', () => {
  const members = signal<readonly string[]>([]);
  let asked: { readonly request: PageRequest; readonly answer: Subject<Page<User>> }[];

  beforeEach(() => {
    asked = [];
    members.set([nora.id]);
  });

  async function open() {
    const people = (request: PageRequest): Observable<Page<User>> => {
      const answer = new Subject<Page<User>>();
      asked.push({ request, answer });
      return answer;
    };
    TestBed.configureTestingModule({ providers: [{ provide: RoomsApi, useValue: { people } }] });
    const fixture = TestBed.createComponent(AddMember);
    fixture.componentRef.setInput('isMember', (userId: string) => members().includes(userId));
    const added: string[] = [];
    fixture.componentInstance.add.subscribe((userId) => added.push(userId));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return {
      added,
      type: async (text: string) => {
        const field = element.querySelector('input');
        if (!field) throw new Error('no field');
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await fixture.whenStable();
      },
      offered: async () => {
        await fixture.whenStable();
        return [...element.querySelectorAll('bdi')].map(({ textContent }) => textContent);
      },
      note: async () => {
        await fixture.whenStable();
        return element.querySelector('.none')?.textContent ?? null;
      },
      press: async (label: string) =>
        (await loader.getHarness(MatButtonHarness.with({ selector: `[aria-label="${label}"]` }))).click(),
    };
  }

  /** What the server was asked for, once it has been asked so often. */
  const request = async (times: number): Promise<PageRequest | undefined> => {
    await vi.waitFor(() => expect(asked).toHaveLength(times));
    return asked.at(-1)?.request;
  };
  const answer = (items: User[], next: string | null = null): void => {
    asked.at(-1)?.answer.next({ items, next });
    asked.at(-1)?.answer.complete();
  };

  it('offers nobody before somebody is looked for', async () => {
    const { offered, note } = await open();
    answer([grace]);
    expect([await offered(), await note()]).toEqual([[], null]);
  });

  it('finds who is not here already, and says whom one chose', async () => {
    const { type, offered, press, added } = await open();
    answer([]);
    await type('gra');
    expect(await request(2)).toEqual({ q: 'gra' });
    members.set([nora.id, 'u-grant']);
    answer([grace, ...named('Grant', 'Agrafena')]);
    expect(await offered()).toEqual(['Grace Lindqvist', 'Agrafena']);
    await press('Add Grace Lindqvist');
    expect(added).toEqual([grace.id]);
    members.update((ids) => [...ids, grace.id]);
    expect(await offered()).toEqual(['Agrafena']);
  });

  it('offers nobody who does not match what is typed, also while the server has not answered', async () => {
    const { type, offered, note } = await open();
    answer(named('Anna', 'Tom'));
    await type('to');
    expect(await offered()).toEqual(['Tom']);
    await type('tomo');
    expect([await offered(), await note()]).toEqual([[], null]);
    await request(2);
    answer([]);
    expect(await note()).toBe('Nobody matches who is not here already.');
  });

  it('looks further where the first who match are here already', async () => {
    const { type, offered, note } = await open();
    answer([]);
    const [ann, anne, anna] = named('Ann', 'Anne', 'Anna') as [User, User, User];
    members.set([ann.id, anne.id]);
    await type('an');
    await request(2);
    answer([ann, anne], 'further');
    expect(await request(3)).toEqual({ q: 'an', cursor: 'further' });
    expect(await note()).toBeNull();
    answer([anna]);
    expect(await offered()).toEqual(['Anna']);
  });

  it('looks no further than for those whom it offers', async () => {
    const { type, offered } = await open();
    answer([]);
    await type('a');
    await request(2);
    answer(named('Aa', 'Ab', 'Ac', 'Ad', 'Ae', 'Af'), 'further');
    expect(await offered()).toEqual(['Aa', 'Ab', 'Ac', 'Ad', 'Ae']);
    expect(asked).toHaveLength(2);
  });

  it('says why nobody could be looked for, and does not ask on and on', async () => {
    const { type, note } = await open();
    answer([]);
    await type('an');
    await request(2);
    answer([], 'further');
    await request(3);
    asked.at(-1)?.answer.error(new ApiError('unavailable', 'The server cannot be reached', 0));
    expect(await note()).toBe('The server cannot be reached.');
    expect(asked).toHaveLength(3);
  });
});
