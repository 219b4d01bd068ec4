import { Injectable } from '@nestjs/common';
import { now } from '../../common/time.js';
import type { People } from '../../events/instance-news.js';

/** How somebody is online: shown to others, or not. Who is on no instance is neither. */
export type Mode = 'shown' | 'hidden';

/** Of more who have gone, those are forgotten who went first: a reader in a large room holds them for online until it is back. */
const MAX_REMEMBERED = 20_000;

export type RosterListener = (userId: string, after: Mode | undefined, before: Mode | undefined) => void;

/** Who is online on which instance, and so at all: somebody with a socket on any of them is. */
@Injectable()
export class Roster {
  private readonly instances = new Map<string, Map<string, Mode>>();
  private readonly listeners: RosterListener[] = [];
  /** Since when those are away who were shown here before; null of who has hidden. In the order of their going. */
  private readonly away = new Map<string, string | null>();

  /** Tells of everybody whose mode changes in all, from now on. */
  subscribe(listener: RosterListener): void {
    this.listeners.push(listener);
  }

  /** How the user is online in all: who hides on one instance is hidden. */
  modeOf(userId: string): Mode | undefined {
    let mode: Mode | undefined;
    for (const people of this.instances.values()) {
      const here = people.get(userId);
      if (here === 'hidden') return here;
      mode ??= here;
    }
    return mode;
  }

  /** How the user is online on one instance. */
  modeAt(instanceId: string, userId: string): Mode | undefined {
    return this.instances.get(instanceId)?.get(userId);
  }

  /** Since when somebody is away who was shown before, null of who has hidden; undefined of who was not shown of late. */
  awaySince(userId: string): string | null | undefined {
    return this.away.get(userId);
  }

  /** Everybody who is online on an instance. */
  peopleOf(instanceId: string): People {
    const people = [...(this.instances.get(instanceId) ?? [])];
    const those = (wanted: Mode) => people.filter(([, mode]) => mode === wanted).map(([userId]) => userId);
    return { shown: those('shown'), hidden: those('hidden') };
  }

  /** How many people are online in all. */
  count(): number {
    return new Set([...this.instances.values()].flatMap((people) => [...people.keys()])).size;
  }

  /** The user is online on an instance in this way from now on, or no longer. */
  put(instanceId: string, userId: string, mode: Mode | undefined): void {
    const before = this.modeOf(userId);
    const people = this.instances.get(instanceId) ?? new Map<string, Mode>();
    if (mode) people.set(userId, mode);
    else people.delete(userId);
    if (people.size > 0) this.instances.set(instanceId, people);
    else this.instances.delete(instanceId);
    const after = this.modeOf(userId);
    if (after === before) return;
    this.remember(userId, after, before);
    for (const listener of this.listeners) listener(userId, after, before);
  }

  /** These are the people of an instance, and nobody else. */
  replace(instanceId: string, { shown, hidden }: People): void {
    const people = new Map<string, Mode>();
    for (const userId of shown) people.set(userId, 'shown');
    for (const userId of hidden) people.set(userId, 'hidden');
    for (const userId of [...(this.instances.get(instanceId)?.keys() ?? [])]) {
      if (!people.has(userId)) this.put(instanceId, userId, undefined);
    }
    for (const [userId, mode] of people) this.put(instanceId, userId, mode);
  }

  private remember(userId: string, after: Mode | undefined, before: Mode | undefined): void {
    if (before === 'shown' || after === 'shown') this.away.delete(userId);
    if (before !== 'shown') return;
    this.away.set(userId, after ? null : now());
    if (this.away.size > MAX_REMEMBERED) this.away.delete(this.away.keys().next().value ?? '');
  }
}
