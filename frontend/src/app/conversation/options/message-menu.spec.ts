import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { Outbox } from '../../rooms/outbox/outbox';
import { message, nora } from '../../rooms/testing/builders';
import { Compose } from '../compose/compose';
import { MessageInfo } from '../info/message-info';
import { CopyText } from './copy-text';
import { DeleteMessage } from './delete-message';
import { MessageActions } from './message-actions';
import { MessageMenu } from './message-menu';
import type { Target } from './target';
import { Targets } from './targets';

describe('MessageMenu', () => {
  const compose = { reply: vi.fn(), change: vi.fn() };
  const copied = vi.fn();
  const deleted = vi.fn();
  const own: Target = { kind: 'stored', message: message(1, { senderId: nora.id, body: 'Hello' }) };

  async function setUp(target: Target | null = own) {
    vi.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        MessageActions,
        { provide: Targets, useValue: { find: () => target, actor: signal({ userId: nora.id, role: 'member' }) } },
        { provide: Compose, useValue: compose },
        { provide: Outbox, useValue: {} },
        { provide: MessageInfo, useValue: {} },
        { provide: CopyText, useValue: { copy: copied } },
        { provide: DeleteMessage, useValue: { ask: deleted } },
      ],
    });
    const fixture = TestBed.createComponent(MessageMenu);
    fixture.componentRef.setInput('asked', null);
    const anchor = document.body.appendChild(document.createElement('button'));
    anchor.focus();
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
    return {
      actions: TestBed.inject(MessageActions),
      anchor,
      menu,
      open: () => fixture.componentRef.setInput('asked', { key: 'k', anchor }),
      entry: async (text: RegExp) => (await menu.getItems({ text }))[0]!,
    };
  }

  afterEach(() => document.querySelectorAll('body > button').forEach((each) => each.remove()));

  it('offers what can be done, each with its key, and gives the focus back', async () => {
    const { anchor, entry, menu, open } = await setUp();
    open();
    const entries = await menu.getItems();
    expect(await Promise.all(entries.map((each) => each.getText()))).toEqual([
      expect.stringMatching(/^Reply\s*R$/),
      expect.stringMatching(/^Copy text/),
      expect.stringMatching(/^Message info/),
      expect.stringMatching(/^Edit\s*E$/),
      expect.stringMatching(/^Delete/),
    ]);
    await (await entry(/^Copy text/)).click();
    expect(copied).toHaveBeenCalledWith('Hello');
    expect(await menu.isOpen()).toBe(false);
    expect(document.activeElement).toBe(anchor);
  });

  it('does what a key stands for while it is open, and leaves the focus to the field', async () => {
    const { anchor, entry, menu, open } = await setUp();
    open();
    const reply = await (await entry(/^Reply/)).host();
    anchor.blur();
    await reply.sendKeys('e');
    expect(compose.change).toHaveBeenCalledTimes(1);
    expect(await menu.isOpen()).toBe(false);
    expect(document.activeElement).not.toBe(anchor);
  });

  it('does what a key stands for with a message that has the focus', async () => {
    const { actions } = await setUp();
    actions.byKey('k', new KeyboardEvent('keydown', { key: 'R' }))?.run();
    expect(compose.reply).toHaveBeenCalledTimes(1);
    actions.byKey('k', new KeyboardEvent('keydown', { key: 'Delete' }))?.run();
    expect(deleted).toHaveBeenCalledTimes(1);
  });

  it('leaves other keys alone, and those with Ctrl', async () => {
    const { actions } = await setUp();
    expect(actions.byKey('k', new KeyboardEvent('keydown', { key: 'c', ctrlKey: true }))).toBeUndefined();
    expect(actions.byKey('k', new KeyboardEvent('keydown', { key: 'x' }))).toBeUndefined();
  });

  it('does not open where there is nothing to do', async () => {
    const { menu, open } = await setUp(null);
    open();
    expect(await menu.getItems()).toEqual([]);
    expect(await menu.isOpen()).toBe(false);
  });
});
