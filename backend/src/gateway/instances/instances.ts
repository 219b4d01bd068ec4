import { Injectable } from '@nestjs/common';
import type { Instance } from '#shared';
import { Batch } from '../../common/batch.js';
import { EventBus, type BusMessage } from '../../events/event-bus.js';
import type { InstanceNews } from '../../events/instance-news.js';
import { topic } from '../../events/topic.js';
import { Roster, type Mode } from '../presence/roster.js';
import { Figures } from './figures.js';
import { OwnInstance } from './own-instance.js';

/** How often an instance says that it is alive. */
const BEAT_MS = 2_000;
/** After so many beats of ours without one of theirs an instance is gone. Beats, not time: a stall of ours is no silence. */
const SILENT_BEATS = 5;
/** The people of an instance that stops have this long to find another one. */
const FAREWELL_BEATS = 3;
const GATHER_MS = 200;

interface Neighbour {
  version: number;
  figures: Instance;
  silentBeats: number;
  isLeaving: boolean;
}

type Moved = Extract<InstanceNews, { kind: 'moved' }>;

export type GoneListener = (userId: string) => void;

/**
 * Which instances are up, and who is online on them. Each tells of itself: a beat every two seconds, and between them who came
 * and went. Nothing of it has to arrive: a beat says which version of its people an instance has, and who holds another
 * one asks for them all. While the bus is degraded the others fall silent and are forgotten, until it is back.
 */
@Injectable()
export class Instances {
  private readonly neighbours = new Map<string, Neighbour>();
  private readonly moves = new Batch<string, Mode | undefined>(GATHER_MS, (moved) => this.tellMoves(moved));
  private readonly goneListeners: GoneListener[] = [];
  private stopListening: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private version = 0;
  private latest: Instance | undefined;

  constructor(
    private readonly own: OwnInstance,
    private readonly bus: EventBus,
    private readonly roster: Roster,
    private readonly figures: Figures,
  ) {}

  begin(): void {
    this.stopListening = this.bus.subscribe((message) => this.hear(message));
    this.bus.follow(topic.instances);
    this.bus.follow(topic.instance(this.own.id));
    this.timer = setInterval(() => this.beat(), BEAT_MS).unref();
    this.beat();
  }

  /** Says goodbye, and hears nothing any more. */
  leave(): void {
    clearInterval(this.timer);
    this.moves.stop();
    this.stopListening();
    this.tell({ kind: 'bye', from: this.own.id });
  }

  /** Somebody of the people here is online in this way from now on, or no longer. */
  put(userId: string, mode: Mode | undefined): void {
    const before = this.roster.modeAt(this.own.id, userId);
    if (before === mode) return;
    this.roster.put(this.own.id, userId, mode);
    this.moves.add(userId, mode);
    if (mode === undefined && before === 'shown') this.tellGone(userId);
  }

  /**
   * Tells of everybody who was shown and is on no instance any more, on one instance only: the last one's own, or one of
   * the others if that fell silent.
   */
  onGone(listener: GoneListener): void {
    this.goneListeners.push(listener);
  }

  /** What all instances that are up have told of themselves last, this one first. */
  all(): Instance[] {
    const others = [...this.neighbours.values()].filter(({ isLeaving }) => !isLeaving);
    return [this.latest ?? this.figures.read(), ...others.map(({ figures }) => figures)];
  }

  private beat(): void {
    for (const neighbour of this.neighbours.values()) neighbour.silentBeats += 1;
    const gone = [...this.neighbours].filter(([, neighbour]) => isSilent(neighbour));
    // None of them is left to do it when the people of another one are told of.
    for (const [id] of gone) this.neighbours.delete(id);
    for (const [id, neighbour] of gone) this.forget(id, neighbour);
    this.latest = this.figures.read();
    this.tell({ kind: 'beat', from: this.own.id, version: this.version, figures: this.latest });
  }

  private hear(message: BusMessage): void {
    if (message.to === 'instance' && message.instanceId !== this.own.id) return;
    if ((message.to !== 'instances' && message.to !== 'instance') || message.news.from === this.own.id) return;
    this.learn(message.news);
  }

  private learn(news: InstanceNews): void {
    const neighbour = this.neighbours.get(news.from);
    if (news.kind === 'beat') this.meet(news.from, news.figures, news.version);
    else if (news.kind === 'who') this.answer(news.from);
    else if (neighbour && news.kind === 'moved') this.follow(neighbour, news);
    else if (neighbour && news.kind === 'bye') Object.assign(neighbour, { silentBeats: 0, isLeaving: true });
    else if (neighbour && news.kind === 'people') {
      neighbour.version = news.version;
      this.roster.replace(news.from, news);
    }
  }

  /** After a gap nothing is followed: the next beat shows it, and all are asked for. */
  private follow(neighbour: Neighbour, { from, version, shown, hidden, gone }: Moved): void {
    if (neighbour.version !== version - 1) return;
    neighbour.version = version;
    for (const userId of shown) this.roster.put(from, userId, 'shown');
    for (const userId of hidden) this.roster.put(from, userId, 'hidden');
    for (const userId of gone) this.roster.put(from, userId, undefined);
  }

  private meet(id: string, figures: Instance, version: number): void {
    const known = this.neighbours.get(id) ?? { version: -1, figures, silentBeats: 0, isLeaving: false };
    Object.assign(known, { figures, silentBeats: 0 });
    this.neighbours.set(id, known);
    if (known.version !== version) this.tellOne(id, { kind: 'who', from: this.own.id });
  }

  private answer(asker: string): void {
    const people = this.roster.peopleOf(this.own.id);
    this.tellOne(asker, { kind: 'people', from: this.own.id, version: this.version, ...people });
  }

  private forget(id: string, { isLeaving }: Neighbour): void {
    const { shown } = this.roster.peopleOf(id);
    this.roster.replace(id, { shown: [], hidden: [] });
    const isFirst = [...this.neighbours.keys()].every((other) => this.own.id < other);
    if (isLeaving || !isFirst) return;
    for (const userId of shown) this.tellGone(userId);
  }

  private tellGone(userId: string): void {
    if (this.roster.modeOf(userId) !== undefined) return;
    for (const listener of this.goneListeners) listener(userId);
  }

  private tellMoves(moved: ReadonlyMap<string, Mode | undefined>): void {
    this.version += 1;
    const those = (wanted: Mode | undefined) => [...moved].filter(([, mode]) => mode === wanted).map(([id]) => id);
    const [shown, hidden, gone] = [those('shown'), those('hidden'), those(undefined)];
    this.tell({ kind: 'moved', from: this.own.id, version: this.version, shown, hidden, gone });
  }

  private tell(news: InstanceNews): void {
    this.bus.publish({ to: 'instances', news });
  }

  private tellOne(instanceId: string, news: InstanceNews): void {
    this.bus.publish({ to: 'instance', instanceId, news });
  }
}

const isSilent = ({ silentBeats, isLeaving }: Neighbour): boolean =>
  silentBeats > (isLeaving ? FAREWELL_BEATS : SILENT_BEATS);
