import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { Subject } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { LEAVING } from '../../core/local/leaving';
import { LocalStore } from '../../core/local/local-store';
import { Tabs } from '../../core/tabs';
import { FakeTabs } from '../../core/testing/fake-tabs';
import { Drafts } from './drafts';
import { grace, nora } from '../testing/builders';

describe('Drafts', () => {
  const who = signal<User | null>(nora);
  let leaving: Subject<void>;
  let tabs: FakeTabs;
  let local: LocalStore;
  let drafts: Drafts;

  /** Opens the page, on the device on which the last one was. */
  const open = (): void => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: { user: who } },
        { provide: LEAVING, useValue: leaving },
        { provide: LocalStore, useValue: local },
        { provide: Tabs, useValue: tabs },
      ],
    });
    drafts = TestBed.inject(Drafts);
    TestBed.tick();
  };

  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers();
    who.set(nora);
    leaving = new Subject();
    tabs = new FakeTabs();
    local = TestBed.inject(LocalStore);
    open();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('keeps what is typed, and nothing where nothing is left', () => {
    drafts.keep('r-1', 'so far');
    drafts.keep('r-2', 'gone again');
    drafts.keep('r-2', '');
    expect(drafts.all()).toEqual({ 'r-1': 'so far' });
    expect(drafts.of('r-2')).toBe('');
  });

  it('keeps what is answered beside the text', () => {
    drafts.keepReply('r-1', 7);
    drafts.keep('r-1', 'yes');
    expect([drafts.of('r-1'), drafts.replyOf('r-1')]).toEqual(['yes', 7]);
    drafts.keepReply('r-1', null);
    expect([drafts.of('r-1'), drafts.replyOf('r-1')]).toEqual(['yes', null]);
  });

  it('keeps a change of an own message beside the draft, over a reload', () => {
    const change = { messageId: 'm-1', before: 'Almost', text: 'Almost there' };
    drafts.keep('r-1', 'so far');
    drafts.keepChange('r-1', change);
    drafts.keepChange('r-2', change);
    vi.advanceTimersByTime(300);
    open();
    expect([drafts.of('r-1'), drafts.changeOf('r-1'), drafts.changeOf('r-2')]).toEqual(['so far', change, change]);
    expect(drafts.all()).toEqual({ 'r-1': 'so far' });
    expect(drafts.unfinished()).toBe(3);
    drafts.keepChange('r-1', { ...change, text: 'Almost' });
    expect(drafts.unfinished()).toBe(2);
    drafts.keepChange('r-2', null);
    vi.advanceTimersByTime(300);
    open();
    expect(drafts.changeOf('r-2')).toBeNull();
  });

  it('reads what an earlier version has kept', async () => {
    await local.write('drafts', 'u-nora', new Map([['r-1', { text: 'so far', replyTo: 7 }]]));
    open();
    expect([drafts.of('r-1'), drafts.replyOf('r-1'), drafts.changeOf('r-1')]).toEqual(['so far', 7, null]);
  });

  it('survives a reload after a pause in typing', () => {
    drafts.keep('r-1', 'so far');
    vi.advanceTimersByTime(300);
    open();
    expect(drafts.of('r-1')).toBe('so far');
  });

  it('writes once for many strokes', () => {
    const write = vi.spyOn(local, 'write');
    for (const text of ['s', 'so', 'so ', 'so f']) drafts.keep('r-1', text);
    vi.advanceTimersByTime(1_000);
    expect(write).toHaveBeenCalledOnce();
  });

  it('survives a page that is closed in the middle of a word', () => {
    drafts.keep('r-1', 'so fa');
    leaving.next();
    open();
    expect(drafts.of('r-1')).toBe('so fa');
  });

  it('survives a page that dies right after a stroke', () => {
    drafts.keep('r-1', 'so fa');
    drafts.keepReply('r-2', 7);
    open();
    expect([drafts.of('r-1'), drafts.replyOf('r-2')]).toEqual(['so fa', 7]);
  });

  it('survives a session that ends in the middle of a word, for the same person and nobody else', () => {
    drafts.keep('r-1', 'so fa');
    who.set(null);
    TestBed.tick();
    expect(drafts.all()).toEqual({});
    who.set(grace);
    TestBed.tick();
    expect(drafts.all()).toEqual({});
    who.set(nora);
    TestBed.tick();
    expect(drafts.of('r-1')).toBe('so fa');
  });

  it('follows another tab, whichever has the focus, but not in a room that is just being typed into here', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const hear = (roomId: string, text: string): void =>
      tabs.hear('drafts-u-nora', { roomId, draft: { text, replyTo: null } });
    drafts.keep('r-2', 'from here');
    hear('r-1', 'from there');
    hear('r-2', 'from there');
    expect(drafts.all()).toEqual({ 'r-1': 'from there', 'r-2': 'from here' });
    vi.advanceTimersByTime(300);
    hear('r-2', 'from there, later');
    expect(drafts.of('r-2')).toBe('from there, later');
  });

  it('tells other tabs what was typed', () => {
    drafts.keep('r-1', 'so far');
    vi.advanceTimersByTime(300);
    expect(tabs.said('drafts-u-nora')).toEqual([
      { roomId: 'r-1', draft: { text: 'so far', replyTo: null, change: null } },
    ]);
  });
});
