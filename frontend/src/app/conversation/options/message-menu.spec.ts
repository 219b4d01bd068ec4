import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Outbox } from '../../rooms/outbox/outbox';
import { message, nora } from '../../rooms/testing/builders';
import { Compose } from '../compose/compose';
import { MessageInfo } from '../message-info';
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

  function setUp(target: Target | null = own) {
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
    fixture.detectChanges();
    return { fixture, actions: TestBed.inject(MessageActions), anchor };
  }

  const entries = () => [...document.querySelectorAll<HTMLElement>('[mat-menu-item]')];
  const labels = () => entries().map((entry) => entry.querySelector('.grow')?.textContent);
  const open = async (made: ReturnType<typeof setUp>): Promise<void> => {
    made.fixture.componentRef.setInput('asked', { key: 'k', anchor: made.anchor });
    made.fixture.detectChanges();
    await vi.waitFor(() => expect(entries()).not.toEqual([]));
  };

  afterEach(() => document.querySelectorAll('body > button').forEach((each) => each.remove()));

  it('offers what can be done, and gives the focus back', async () => {
    const made = setUp();
    await open(made);
    expect(labels()).toEqual(['Reply', 'Copy text', 'Message info', 'Edit', 'Delete']);
    entries()[1]?.click();
    await made.fixture.whenStable();
    expect(copied).toHaveBeenCalledWith('Hello');
    expect(document.activeElement).toBe(made.anchor);
  });

  it('does what a key stands for while it is open, and leaves the focus to the field', async () => {
    const made = setUp();
    await open(made);
    made.anchor.blur();
    entries()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }));
    await made.fixture.whenStable();
    expect(compose.change).toHaveBeenCalledTimes(1);
    expect(document.activeElement).not.toBe(made.anchor);
  });

  it('does what a key stands for with a message that has the focus', () => {
    const { actions } = setUp();
    actions.byKey('k', new KeyboardEvent('keydown', { key: 'R' }))?.run();
    expect(compose.reply).toHaveBeenCalledTimes(1);
    actions.byKey('k', new KeyboardEvent('keydown', { key: 'Delete' }))?.run();
    expect(deleted).toHaveBeenCalledTimes(1);
  });

  it('leaves other keys alone, and those with Ctrl', () => {
    const { actions } = setUp();
    expect(actions.byKey('k', new KeyboardEvent('keydown', { key: 'c', ctrlKey: true }))).toBeUndefined();
    expect(actions.byKey('k', new KeyboardEvent('keydown', { key: 'x' }))).toBeUndefined();
  });

  it('does not open where there is nothing to do', async () => {
    const made = setUp(null);
    made.fixture.componentRef.setInput('asked', { key: 'k', anchor: made.anchor });
    await made.fixture.whenStable();
    expect(entries()).toEqual([]);
  });
});
