import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '#shared';
import { Histogram, type Counted } from '../histogram.js';
import { nowMicros } from './clock.js';
import { Member } from './member.js';
import type { RoomLog } from './room-log.js';
import { Tally } from './tally.js';

const QUIET_MS = 400;
const QUIET_PATIENCE_MS = 15_000;
const RETRIES = 8;
export const RETURN_STEP_MICROS = 1_000;

export interface OpenOrder {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly atOnce: number;
}

export interface TalkOrder {
  /** The first so many members speak, one message outstanding each. */
  readonly speakers: number;
  readonly warmMs: number;
  readonly measureMs: number;
}

export interface StormOrder {
  readonly url: string;
  /** So many members stay, and speak now and then; all others are dropped at once and come back within the jitter. */
  readonly stayers: number;
  readonly pauseMs: number;
  readonly jitterMs: number;
}

/** Where the members of this process stand in a room at the end. */
export interface Standing {
  readonly roomId: string;
  readonly head: number;
  readonly members: number;
  /** Sums over the members. */
  readonly base: number;
  readonly received: number;
}

export interface Seen {
  readonly ms: number;
  /** What this process has used of the CPU meanwhile. */
  readonly cpuMicros: number;
  readonly accepted: number;
  readonly delivered: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly gaps: number;
  readonly packets: number;
  readonly latency: Counted;
  readonly standings: readonly Standing[];
}

export interface Returned extends Seen {
  readonly back: number;
  /** How long each took from its first try until it held everything. */
  readonly returning: Counted;
}

/** The members of one load generator. */
export class Crowd {
  private readonly members: Member[] = [];
  private readonly rooms = new Map<string, RoomLog>();
  private readonly tally = new Tally();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private url = new URL('http://127.0.0.1');

  /** Connects a member for each token, so many at a time. @throws when one is not let in */
  async open({ url, tokens, atOnce }: OpenOrder): Promise<void> {
    this.url = new URL(url);
    const arriving = tokens.map((token) => new Member(token, this.rooms, this.tally, this.catchUp));
    this.members.push(...arriving);
    const queue = arriving.values();
    const usher = async () => {
      for (const member of queue) await member.open(this.url);
    };
    await Promise.all(Array.from({ length: atOnce }, usher));
  }

  /** Lets the first members speak, measures after the warm-up, and waits until all is told. */
  async talk({ speakers, warmMs, measureMs }: TalkOrder): Promise<Seen> {
    const speaking = this.members.slice(0, speakers);
    for (const member of speaking) member.speak(0);
    await delay(warmMs);
    const begun = performance.now();
    const used = process.cpuUsage();
    this.tally.measure();
    await delay(measureMs);
    this.tally.end();
    const ms = performance.now() - begun;
    const cpuMicros = sinceMicros(used);
    for (const member of speaking) member.hush();
    await this.quiet();
    return this.seen(ms, cpuMicros);
  }

  /** Drops the members but for those who stay, and waits until every one is back and all is told. */
  async storm({ url, stayers, pauseMs, jitterMs }: StormOrder): Promise<Returned> {
    const speaking = this.members.slice(0, stayers);
    const dropped = this.members.slice(stayers);
    const returning = new Histogram(RETURN_STEP_MICROS);
    this.tally.measure();
    for (const member of speaking) member.speak(pauseMs);
    const begun = performance.now();
    const used = process.cpuUsage();
    for (const member of dropped) member.drop();
    const comeBack = async (member: Member): Promise<boolean> => {
      await delay(Math.random() * jitterMs);
      const first = nowMicros();
      const isBack = await untilOpen(member, new URL(url));
      returning.add(nowMicros() - first);
      return isBack;
    };
    const outcomes = await Promise.all(dropped.map(comeBack));
    const ms = performance.now() - begun;
    for (const member of speaking) member.hush();
    await this.quiet();
    this.tally.end();
    return {
      ...this.seen(ms, sinceMicros(used)),
      back: outcomes.filter(Boolean).length,
      returning: returning.counted(),
    };
  }

  private seen(ms: number, cpuMicros: number): Seen {
    const { accepted, delivered, refused, duplicates, gaps, packets, latency } = this.tally;
    const counted = { accepted, delivered, refused, duplicates, gaps, packets, latency: latency.counted() };
    return { ms, cpuMicros, ...counted, standings: this.standings() };
  }

  private standings(): Standing[] {
    const sums = new Map<string, { head: number; members: number; base: number; received: number }>();
    for (const { roomId, room, base, received } of this.members) {
      const sum = sums.get(roomId) ?? { head: room?.head ?? 0, members: 0, base: 0, received: 0 };
      sums.set(roomId, {
        ...sum,
        members: sum.members + 1,
        base: sum.base + base,
        received: sum.received + received,
      });
    }
    return [...sums].map(([roomId, sum]) => ({ roomId, ...sum }));
  }

  /** Until nothing has come for a while, and every answer has. */
  private async quiet(): Promise<void> {
    const deadline = performance.now() + QUIET_PATIENCE_MS;
    let before = -1;
    while (performance.now() < deadline) {
      if (before === this.tally.received && !this.members.some(({ isWaiting }) => isWaiting)) return;
      before = this.tally.received;
      await delay(QUIET_MS);
    }
  }

  private readonly catchUp = (roomId: string, rev: number, token: string): Promise<Message[]> =>
    new Promise((resolve, reject) => {
      const path = `/api/v1/rooms/${roomId}/changes?since=${rev}`;
      const headers = { authorization: `Bearer ${token}` };
      const asked = request(new URL(path, this.url), { agent: this.agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          if (response.statusCode === 200) resolve((JSON.parse(text) as { messages: Message[] }).messages);
          else reject(new Error(`${path} answered ${response.statusCode ?? 0}.`));
        });
      });
      asked.on('error', reject).end();
    });
}

function sinceMicros(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** As a client does: again, after a wait that doubles and is never the same. @returns whether it came in */
async function untilOpen(member: Member, url: URL): Promise<boolean> {
  for (let attempt = 0; attempt < RETRIES; attempt += 1) {
    try {
      await member.open(url);
      return true;
    } catch {
      member.drop();
      await delay(200 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
  return false;
}
