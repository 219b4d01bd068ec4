import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import type { OutboxEntry } from '../rooms/outbox/outbox-entry';
import { CopyText } from './options/copy-text';
import { UnsentMessages } from './unsent-messages';

const refused = (clientId: string, body: string, reason: string): OutboxEntry => ({
  clientId,
  roomId: 'r-1',
  body,
  replyTo: null,
  createdAt: '2026-06-11T09:00:00.000Z',
  turn: 1,
  state: 'failed',
  seq: null,
  reason,
});
const late = refused('c-1', 'Too late for this', 'You are not in this room.');
const never = refused('c-2', 'Never mind', 'This message is too long.');

describe('what was written in a room that is gone', () => {
  const copy = vi.fn();
  beforeEach(() => copy.mockReset());

  async function open(messages: readonly OutboxEntry[], draft: string) {
    TestBed.configureTestingModule({ providers: [{ provide: CopyText, useValue: { copy } }] });
    const fixture = TestBed.createComponent(UnsentMessages);
    fixture.componentRef.setInput('messages', messages);
    fixture.componentRef.setInput('draft', draft);
    const discarded: string[] = [];
    fixture.componentInstance.discard.subscribe((clientId) => discarded.push(clientId));
    fixture.componentInstance.discardDraft.subscribe(() => discarded.push('the draft'));
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const parts = (selector: string) =>
      [...(fixture.nativeElement as HTMLElement).querySelectorAll(selector)].map((part) =>
        part.textContent.replace(/\s+/gu, ' ').trim(),
      );
    return {
      discarded,
      headings: () => parts('h2'),
      bodies: () => parts('.body'),
      reasons: () => parts('.reason'),
      press: async (text: string, nth: number) =>
        (await loader.getAllHarnesses(MatButtonHarness.with({ text })))[nth]?.click(),
    };
  }

  it('is each message with the reason why it was refused, and what was begun', async () => {
    const { headings, bodies, reasons } = await open([late, never], 'Half a thought');
    expect(headings()).toEqual(['Messages of yours were not sent', 'What you had begun to write here']);
    expect(bodies()).toEqual(['Too late for this', 'Never mind', 'Half a thought']);
    expect(reasons()).toEqual(['You are not in this room.', 'This message is too long.']);
  });

  it('is spoken of only where there is any', async () => {
    expect((await open([late], '')).headings()).toEqual(['A message of yours was not sent']);
    TestBed.resetTestingModule();
    expect((await open([], '')).headings()).toEqual([]);
  });

  it('can be copied, each by itself, and is told to have been', async () => {
    const { press } = await open([late, never], 'Half a thought');
    for (const nth of [1, 2]) await press('Copy text', nth);
    expect(copy.mock.calls).toEqual([['Never mind'], ['Half a thought']]);
  });

  it('goes only where its writer does not want it any more', async () => {
    const { press, discarded } = await open([late, never], 'Half a thought');
    expect(discarded).toEqual([]);
    for (const nth of [1, 2]) await press('Delete', nth);
    expect(discarded).toEqual(['c-2', 'the draft']);
  });
});
