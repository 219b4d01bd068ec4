import { Injectable } from '@nestjs/common';
import type { Instance } from '#shared';
import { CommitMonitor } from '../../messages/commit-monitor.js';
import { GatewayCounters } from '../gateway-counters.js';

/** Rates are those between the latest sample and the oldest that is kept: the last seconds. */
const SAMPLES = 3;
const ONE_SECOND_MS = 1_000;

interface Sample {
  readonly at: number;
  readonly joins: number;
  readonly leaves: number;
  readonly events: number;
  readonly bytes: number;
  readonly commits: number;
  readonly messages: number;
  readonly commitSeconds: number;
}

export type RatesNow = Pick<Instance, 'joins' | 'leaves' | 'events' | 'bytes' | 'commits' | 'messages' | 'commitMs'>;

/** What happens here in a second, from totals that are looked at now and then. */
@Injectable()
export class Rates {
  private readonly samples: Sample[] = [];
  private commits = 0;
  private messages = 0;
  private commitSeconds = 0;

  constructor(
    private readonly counters: GatewayCounters,
    monitor: CommitMonitor,
  ) {
    monitor.subscribe(({ messages, seconds }) => {
      this.commits += 1;
      this.messages += messages;
      this.commitSeconds += seconds;
    });
    this.look();
  }

  /** Takes a sample, and tells what has happened per second since the oldest one. */
  read(): RatesNow {
    const newest = this.look();
    const oldest = this.samples[0] ?? newest;
    const seconds = Math.max(newest.at - oldest.at, 1) / ONE_SECOND_MS;
    const rate = (of: keyof Sample) => Math.max(0, newest[of] - oldest[of]) / seconds;
    const commits = newest.commits - oldest.commits;
    return {
      joins: rate('joins'),
      leaves: rate('leaves'),
      events: rate('events'),
      bytes: rate('bytes'),
      commits: rate('commits'),
      messages: rate('messages'),
      commitMs: commits === 0 ? 0 : ((newest.commitSeconds - oldest.commitSeconds) / commits) * ONE_SECOND_MS,
    };
  }

  private look(): Sample {
    const { joins, leaves, eventsSent: events, bytesSent: bytes } = this.counters;
    const { commits, messages, commitSeconds } = this;
    const sample = { at: performance.now(), joins, leaves, events, bytes, commits, messages, commitSeconds };
    this.samples.push(sample);
    if (this.samples.length > SAMPLES) this.samples.shift();
    return sample;
  }
}
