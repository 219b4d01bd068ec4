import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { SnackBar } from '../../core/snack-bar';
import { Drafts } from '../../rooms/drafts/drafts';
import { Outbox } from '../../rooms/outbox/outbox';
import type { OutboxEntry } from '../../rooms/outbox/outbox-entry';
import { grace, message, nora } from '../../rooms/testing/builders';
import { TimelineStore } from '../timeline/timeline-store';
import { TypingReporter } from '../typing/typing-reporter';
import { Compose } from './compose';

const question = message(3, { senderId: grace.id, body: 'Ready?' });
const own = message(4, { senderId: nora.id, body: 'Almost' });
const PATH = `/api/v1/rooms/r-1/messages/${own.id}`;

describe('Compose', () => {
  const user = signal<User | null>(nora);
  const roomId = signal('r-1');
  const log = signal([question, own]);
  const typing = { typed: vi.fn(), stopped: vi.fn() };
  const outbox = { send: vi.fn(), takeBack: vi.fn() };
  const say = vi.fn<SnackBar['say']>();
  let compose: Compose;
  let drafts: Drafts;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.clearAllMocks();
    localStorage.clear();
    outbox.takeBack.mockReset();
    say.mockResolvedValue(false);
    user.set(nora);
    roomId.set('r-1');
    log.set([question, own]);
    TestBed.configureTestingModule({
      providers: [
        Compose,
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user } },
        { provide: Outbox, useValue: outbox },
        { provide: SnackBar, useValue: { say } },
        { provide: TypingReporter, useValue: typing },
        { provide: TimelineStore, useValue: { roomId, held: () => ({ log: log() }) } },
      ],
    });
    compose = TestBed.inject(Compose);
    drafts = TestBed.inject(Drafts);
    http = TestBed.inject(HttpTestingController);
    TestBed.tick();
  });

  afterEach(() => http.verify());

  it('sends an answer with the place of what it answers, once', () => {
    compose.reply(question);
    compose.send('Yes');
    compose.send('Really');
    expect(outbox.send.mock.calls).toEqual([
      ['r-1', 'Yes', 3],
      ['r-1', 'Really', null],
    ]);
  });

  it('keeps what is answered with its room', () => {
    compose.reply(question);
    roomId.set('r-2');
    expect(compose.answered()).toBeNull();
    roomId.set('r-1');
    expect(compose.answered()?.message).toBe(question);
  });

  it('answers a message also where the log shows another part of it by now', () => {
    compose.reply(question);
    expect(compose.answered()?.message).toBe(question);
    log.set([own]);
    expect(compose.answered()?.message).toBe(question);
    compose.send('Yes');
    expect(outbox.send).toHaveBeenCalledWith('r-1', 'Yes', 3);
  });

  it('answers a message that was not read here yet, and does not take another for it', () => {
    compose.reply(own);
    expect(compose.answered()?.message).toBe(own);
    log.set([]);
    drafts.keepReply('r-1', 1);
    expect(compose.answered()).toEqual({ seq: 1, message: null });
  });

  it('tells who types, but not while a message is changed', () => {
    compose.keep('Half');
    compose.keep('');
    expect([typing.typed.mock.calls, typing.stopped.mock.calls]).toEqual([[['r-1']], [['r-1']]]);
    compose.change(own);
    compose.keep('Done');
    expect(typing.typed).toHaveBeenCalledTimes(1);
  });

  it('gives an answer up and keeps the text', () => {
    compose.keep('Half a thought');
    compose.reply(question);
    compose.dismiss();
    expect(compose.answered()).toBeNull();
    expect(compose.draft()).toBe('Half a thought');
  });

  it('puts the text of an own message in the place of the draft, and the draft back when the change is given up', () => {
    compose.keep('Half a thought');
    compose.change(own);
    expect(compose.draft()).toBe('Almost');
    compose.keep('Almost there');
    expect(drafts.of('r-1')).toBe('Half a thought');
    compose.dismiss();
    expect(compose.draft()).toBe('Half a thought');
  });

  it('saves a change, and is done with it when the server has it', () => {
    compose.change(own);
    compose.keep(' Done ');
    compose.save();
    expect(compose.edit()?.isSaving).toBe(true);
    const request = http.expectOne(PATH);
    expect([request.request.method, request.request.body]).toEqual(['PATCH', { body: 'Done' }]);
    compose.save();
    request.flush({ message: { ...own, body: 'Done', editedAt: own.createdAt } });
    expect(compose.edit()).toBeNull();
  });

  it.each<[string, () => void]>([
    ['answers another message', () => compose.reply(question)],
    ['changes another message', () => compose.change(message(5, { senderId: nora.id, body: 'Next' }))],
    ['takes a message back', () => compose.takeBack('c-1')],
    ['gives it up', () => compose.dismiss()],
  ])('brings a change back that ended unsaved because its writer %s', async (_what, elsewhere) => {
    outbox.takeBack.mockReturnValueOnce({ roomId: 'r-1', body: 'Refused', replyTo: null });
    say.mockResolvedValueOnce(true);
    compose.change(own);
    compose.keep('Almost there');
    elsewhere();
    expect(say).toHaveBeenCalledExactlyOnceWith(
      'Your change was not saved.',
      expect.objectContaining({ action: 'Undo' }),
    );
    await vi.waitFor(() => expect(compose.draft()).toBe('Almost there'));
    expect(compose.edit()?.messageId).toBe(own.id);
  });

  it('ends a change without a word where nothing was typed, and goes on with one that is begun again', () => {
    compose.change(own);
    compose.reply(question);
    compose.change(own);
    compose.keep('Almost there');
    compose.change(own);
    expect(compose.draft()).toBe('Almost there');
    expect(say).not.toHaveBeenCalled();
  });

  it('offers a change back that could not be saved while its writer was elsewhere', () => {
    compose.change(own);
    compose.keep('Done');
    compose.save();
    compose.reply(question);
    expect(say).not.toHaveBeenCalled();
    http.expectOne(PATH).error(new ProgressEvent('error'));
    expect(say).toHaveBeenCalledOnce();
  });

  it('throws away first the change and then the draft', () => {
    compose.keep('Half a thought');
    compose.change(own);
    compose.discard();
    expect(compose.draft()).toBe('Half a thought');
    compose.discard();
    expect(compose.draft()).toBe('');
  });

  it('saves nothing where nothing has changed', () => {
    compose.change(own);
    compose.keep('Almost ');
    compose.save();
    expect(compose.edit()).toBeNull();
  });

  it('keeps the text of a change that could not be saved, and says why', () => {
    compose.change(own);
    compose.keep('Done');
    compose.save();
    http.expectOne(PATH).error(new ProgressEvent('error'));
    expect(compose.edit()).toMatchObject({ text: 'Done', isSaving: false });
    expect(compose.edit()?.problem).toContain('Your text is kept here');
    compose.keep('Done now');
    expect(compose.edit()?.problem).toBe('');
  });

  it('goes on with a change that was under way before, and the draft waits', () => {
    drafts.keep('r-1', 'Half a thought');
    drafts.keepChange('r-1', { messageId: own.id, before: 'Almost', text: 'Almost there' });
    expect(compose.draft()).toBe('Almost there');
    compose.save();
    http.expectOne(PATH).flush({ message: { ...own, body: 'Almost there', editedAt: own.createdAt } });
    expect(compose.draft()).toBe('Half a thought');
    expect(drafts.changeOf('r-1')).toBeNull();
  });

  it('does not end the change of another message when one is saved', () => {
    const next = message(5, { senderId: nora.id, body: 'Next' });
    compose.change(own);
    compose.keep('Done');
    compose.save();
    compose.dismiss();
    compose.change(next);
    http.expectOne(PATH).flush({ message: { ...own, body: 'Done', editedAt: own.createdAt } });
    expect(compose.edit()).toMatchObject({ messageId: next.id, isSaving: false });
  });

  it('takes a message that was not sent back into the field, with what it answers', () => {
    const entry: OutboxEntry = {
      clientId: 'c-1',
      roomId: 'r-1',
      body: 'Refused',
      replyTo: 3,
      createdAt: own.createdAt,
      turn: 1,
      state: 'failed',
      seq: null,
      reason: 'No.',
    };
    outbox.takeBack.mockReturnValueOnce(entry);
    compose.keep('Half a thought');
    compose.takeBack('c-1');
    expect(compose.draft()).toBe('Refused\nHalf a thought');
    expect(compose.answered()?.message).toBe(question);
    expect(outbox.takeBack).toHaveBeenCalledWith('c-1');
  });

  it('leaves the field as it is where it is too late to take a message back', () => {
    outbox.takeBack.mockReturnValueOnce(null);
    compose.keep('Half a thought');
    compose.takeBack('c-1');
    expect(compose.draft()).toBe('Half a thought');
  });

  it('leaves nothing to whoever signs in next', () => {
    compose.reply(question);
    user.set(grace);
    TestBed.tick();
    expect(compose.answered()).toBeNull();
  });
});
