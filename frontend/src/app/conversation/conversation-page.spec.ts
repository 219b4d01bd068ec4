import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap, provideRouter } from '@angular/router';
import type { Message } from '#shared';
import { of } from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { anAccount, aProblem } from '../auth/testing';
import { Drafts } from '../rooms/drafts/drafts';
import { FakeWire } from '../realtime/testing/fake-wire';
import { grace, member, message, nora, room } from '../rooms/testing/builders';
import { ConversationPage } from './conversation-page';
import { ConversationPageHarness } from './conversation-page.harness';

const ROOM = '/api/v1/rooms/r-1';

describe('an open conversation', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
  });
  afterEach(() => vi.unstubAllGlobals());

  async function open() {
    TestBed.configureTestingModule({
      imports: [ConversationPage],
      providers: [
        ...new FakeWire().providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SessionStore, useValue: { user: signal(nora), account: signal(anAccount()) } },
        {
          provide: ActivatedRoute,
          useValue: {
            paramMap: of(convertToParamMap({ roomId: 'r-1' })),
            queryParamMap: of(convertToParamMap({})),
          },
        },
      ],
    });
    // What its template defers is found out asynchronously.
    await TestBed.compileComponents();
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ConversationPage);
    const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, ConversationPageHarness);
    (await asked('/api/v1/rooms?limit=200')).flush({ items: [], next: null });
    return page;
  }
  const asked = (url: string) => vi.waitFor(() => http.expectOne(url));
  const enter = async (messages: readonly Message[]): Promise<void> => {
    const lastSeq = messages.length;
    (await asked(ROOM)).flush(room({ lastSeq, rev: lastSeq }));
    if (lastSeq > 0) (await asked(`${ROOM}/messages?limit=60`)).flush({ items: messages });
  };

  it('says that messages are loading, and has no field until they are there', async () => {
    const page = await open();
    expect(await page.loading()).toBe('Loading messages');
    expect(await page.composer()).toBeNull();
    await enter([message(1), message(2, { senderId: nora.id })]);
    (await asked(`${ROOM}/members?limit=200`)).flush({ items: [member(nora), member(grace)], next: null });
    expect(await page.loading()).toBeNull();
    expect(await (await page.log())?.bubbles()).toHaveLength(2);
    expect(await (await page.composer())?.placeholder()).toBe('Message Release 2.8');
  });

  it('invites to say the first word', async () => {
    const page = await open();
    await enter([]);
    expect(await page.instead()).toEqual(['No messages yet', 'Say the first word.']);
    expect(await page.composer()).not.toBeNull();
  });

  it('says that the messages could not be loaded, and loads them when asked to', async () => {
    const page = await open();
    (await asked(ROOM)).flush(...aProblem(503, 'unavailable'));
    expect(await page.instead()).toEqual([
      'The messages could not be loaded.',
      'They are safe on the server. Check your connection, then try once more.',
    ]);
    expect(await page.composer()).toBeNull();
    await page.press('Try again');
    expect(await page.loading()).toBe('Loading messages');
    await enter([message(1)]);
    expect(await page.instead()).toBeNull();
    expect(await (await page.log())?.bubbles()).toHaveLength(1);
  });

  it('says that nothing of it is on this device, and opens it when asked to', async () => {
    const page = await open();
    (await asked(ROOM)).error(new ProgressEvent('error'));
    expect(await page.instead()).toEqual([
      'This conversation has not been loaded on this device yet.',
      'It opens as soon as you are back online.',
    ]);
    expect(await page.ways()).toEqual(['Try again']);
    await page.press('Try again');
    await enter([message(1)]);
    expect(await page.instead()).toBeNull();
  });

  it('leads away from a room that is not there', async () => {
    const page = await open();
    (await asked(ROOM)).flush(...aProblem(404, 'not_found'));
    expect(await page.instead()).toEqual([
      'This room is not here, or not open to you.',
      'It may have been closed, or you may need to be added to it.',
    ]);
    expect(await page.ways()).toEqual(['Go to your chats']);
  });

  it('shows what was begun in a room that is not there any more, until its writer does not want it', async () => {
    const page = await open();
    TestBed.inject(Drafts).keep('r-1', 'Half a thought');
    (await asked(ROOM)).flush(...aProblem(404, 'not_found'));
    expect(await page.draft()).toBe('Half a thought');
    await page.press('Delete');
    expect(await page.draft()).toBeNull();
  });

  it('offers to join a room that is open to everybody', async () => {
    const page = await open();
    (await asked(ROOM)).flush(room({ me: null, topic: 'Ship it' }));
    expect((await page.instead())?.[1]).toContain('Ship it');
    expect(await page.ways()).toEqual(['Join']);
    expect(await page.composer()).toBeNull();
  });
});
