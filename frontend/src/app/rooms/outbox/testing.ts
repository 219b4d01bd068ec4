import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { vi } from 'vitest';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { LocalStore } from '../../core/local/local-store';
import { Tabs } from '../../core/tabs';
import { FakeTabs } from '../../core/testing/fake-tabs';
import { RealtimeClient } from '../../realtime/realtime-client';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { message, nora } from '../testing/builders';
import { Outbox } from './outbox';

/** A page with an outbox, on one device: it can be opened again. Runs on fake timers. */
export class OutboxPage {
  readonly who = signal<User | null>(nora);
  readonly tabs = new FakeTabs();
  readonly local = TestBed.inject(LocalStore);
  wire = new FakeWire();
  outbox!: Outbox;

  constructor() {
    localStorage.clear();
  }

  /** Opens the page, with no connection yet. */
  async open(): Promise<void> {
    TestBed.resetTestingModule();
    this.wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...this.wire.providers(),
        { provide: SessionStore, useValue: { user: this.who } },
        { provide: LocalStore, useValue: this.local },
        { provide: Tabs, useValue: this.tabs },
      ],
    });
    this.outbox = TestBed.inject(Outbox);
    TestBed.inject(RealtimeClient).start();
    await this.settle();
  }

  async comeBack(): Promise<void> {
    TestBed.inject(RealtimeClient).retryNow();
    this.wire.ready();
    await this.settle();
  }

  async settle(): Promise<void> {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(0);
  }

  async send(body: string, roomId = 'r-1'): Promise<void> {
    this.outbox.send(roomId, body);
    await this.settle();
  }

  /** The server stores the message that was asked for first. */
  async accept(seq: number): Promise<void> {
    this.wire.take().answer({ ok: true, message: message(seq, { senderId: nora.id }) });
    await this.settle();
  }

  async refuse(code: string, detail: string): Promise<void> {
    this.wire.take().answer({ ok: false, error: { code, detail } });
    await this.settle();
  }

  /** Each message with how it stands. */
  states(): string[] {
    return this.outbox.entries().map(({ body, state }) => `${body}: ${state}`);
  }

  /** What the server has been asked to store and has not answered. */
  bodies(): unknown[] {
    return this.wire.asked.map(({ payload }) => (payload as { body: string }).body);
  }

  clientIdOf(body: string): string {
    return this.outbox.entries().find((entry) => entry.body === body)?.clientId ?? '';
  }
}
