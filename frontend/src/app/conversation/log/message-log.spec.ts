import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { grace, message, nora } from '../../rooms/testing/builders';
import { groupByDay, type Unread } from '../timeline/grouping';
import { MessageLog } from './message-log';
import { MessageLogHarness } from './message-log.harness';
import { storedEntry } from '../timeline/timeline-entry';

const NOW = new Date('2026-06-11T09:00:30.000Z');
const NAMES: Readonly<Record<string, string>> = { [grace.id]: grace.displayName, [nora.id]: nora.displayName };

function daysOf(messages: readonly Parameters<typeof message>[1][], unread: Unread | null = null) {
  const reach = { readSeq: 0, deliveredSeq: 0 };
  return groupByDay(
    messages.map((given, index) => storedEntry(message(index + 1, given), nora.id, reach)),
    NOW,
    unread,
  );
}

const CALM = {
  days: daysOf([{}, {}]),
  older: 'none',
  newer: 'none',
  wayToEnd: null,
  wayTo: null,
  marked: null,
  going: 'idle',
  look: 'named',
  nameOf: (id: string) => NAMES[id] ?? 'Somebody',
  pictureOf: () => null,
  below: 0,
  farFromEnd: false,
  unreadAway: 0,
  people: new Map(),
  quotes: new Map(),
};

describe('the log', () => {
  // What its template defers is found out asynchronously.
  beforeEach(() => TestBed.configureTestingModule({ imports: [MessageLog] }).compileComponents());

  async function show(given: Partial<Record<keyof typeof CALM | 'typing', unknown>> = {}) {
    const fixture = TestBed.createComponent(MessageLog);
    for (const [name, value] of Object.entries({ ...CALM, ...given })) fixture.componentRef.setInput(name, value);
    const asked: string[] = [];
    const { retryHistory, goAgain, toEnd } = fixture.componentInstance;
    retryHistory.subscribe(() => asked.push('history'));
    goAgain.subscribe(() => asked.push('go'));
    toEnd.subscribe(() => asked.push('end'));
    return { asked, log: await TestbedHarnessEnvironment.harnessForFixture(fixture, MessageLogHarness) };
  }

  it('shows its messages by days, and what the room says between them', async () => {
    const { log } = await show({
      days: daysOf([{ createdAt: '2026-06-10T09:00:00.000Z' }, { kind: 'system', body: 'Nora joined' }, {}]),
    });
    expect(await log.days()).toEqual(['Yesterday', 'Today']);
    expect(await log.systemLines()).toEqual(['Nora joined']);
    expect(await log.bubbles()).toHaveLength(2);
  });

  it('has a line above what is unread', async () => {
    expect(await (await show()).log.unreadLine()).toBeNull();
    const { log } = await show({ days: daysOf([{}, {}, {}], { afterSeq: 1, count: 2 }) });
    expect(await log.unreadLine()).toBe('2 unread messages');
  });

  it('says nothing at its edges while there is nothing to say', async () => {
    const { log } = await show();
    expect(await log.edgeText()).toBeNull();
    expect(await log.isBusy()).toBe(false);
    expect(await log.jumpLabel()).toBeNull();
    expect(await log.unreadAway()).toBeNull();
  });

  it.each([
    ['older', 'Loading earlier messages', true],
    ['newer', 'Loading later messages', false],
  ] as const)('says that %s messages are loading, without a word to a screen reader', async (edge, text, isBusy) => {
    const { log } = await show({ [edge]: 'loading' });
    expect(await log.edgeText()).toBe(text);
    expect(await log.isEdgeAnnounced()).toBe(false);
    expect(await log.isBusy()).toBe(isBusy);
  });

  it.each(['older', 'newer'] as const)('says that %s messages could not be loaded, and tries again', async (edge) => {
    const { log, asked } = await show({ [edge]: 'failed' });
    expect(await log.edgeText()).toBe('Messages could not be loaded.');
    expect(await log.isEdgeAnnounced()).toBe(true);
    await log.tryAgain();
    expect(asked).toEqual(['history']);
  });

  it('says that it is on the way to another place, whatever else is loading', async () => {
    const { log } = await show({ going: 'loading', older: 'loading' });
    expect(await log.edgeText()).toBe('Going there');
    expect(await log.isEdgeAnnounced()).toBe(true);
  });

  it('says that a place could not be gone to, and goes again', async () => {
    const { log, asked } = await show({ going: 'failed', older: 'failed' });
    expect(await log.edgeText()).toBe('That part of the conversation could not be loaded.');
    await log.tryAgain();
    expect(asked).toEqual(['go']);
  });

  it('leads to the end where that is out of sight, and says what has come below', async () => {
    expect(await (await show({ farFromEnd: true })).log.jumpLabel()).toBe('Jump to the newest message');
    const { log, asked } = await show({ farFromEnd: true, below: 3 });
    expect(await log.jumpLabel()).toBe('Jump to the newest message, 3 below');
    await log.jumpToEnd();
    expect(asked).toEqual(['end']);
  });

  it('says what is unread out of sight, and who types', async () => {
    const { log } = await show({ unreadAway: 80, typing: 'Grace is typing…' });
    expect(await log.unreadAway()).toContain('80');
    expect(await log.typing()).toContain('Grace is typing…');
    expect(await (await show()).log.typing()).toBeNull();
  });
});
