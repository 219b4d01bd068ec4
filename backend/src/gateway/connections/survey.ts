import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import { EventBus, type BusMessage } from '../../events/event-bus.js';
import type { ConnectionFacts } from '../../events/instance-news.js';
import { Instances } from '../instances/instances.js';
import { OwnInstance } from '../instances/own-instance.js';
import { Connections, WORST, worstFirst } from './connections.js';

/** An instance that has not answered by then is left out. */
const PATIENCE_MS = 500;

interface Open {
  readonly answers: ConnectionFacts[];
  missing: number;
  complete: () => void;
}

/** Asks all instances for the connections that fare worst. They are asked when somebody looks, and tell nothing else. */
@Injectable()
export class Survey {
  private readonly open = new Map<string, Open>();
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly own: OwnInstance,
    private readonly bus: EventBus,
    private readonly instances: Instances,
    private readonly connections: Connections,
  ) {}

  begin(): void {
    this.stopListening = this.bus.subscribe((message) => this.hear(message));
  }

  stop(): void {
    this.stopListening();
  }

  /** The connections that fare worst of all instances, after half a second at most. */
  async worst(): Promise<ConnectionFacts[]> {
    const others = this.instances.all().length - 1;
    const here = this.connections.worst();
    const there = others === 0 ? [] : await this.ask(others);
    return [...here, ...there].sort(worstFirst).slice(0, WORST);
  }

  private async ask(others: number): Promise<ConnectionFacts[]> {
    const survey = newId();
    const answers: ConnectionFacts[] = [];
    const isComplete = new Promise<void>((complete) => this.open.set(survey, { answers, missing: others, complete }));
    this.bus.publish({ to: 'instances', news: { kind: 'survey', from: this.own.id, survey } });
    await Promise.race([isComplete, delay(PATIENCE_MS, undefined, { ref: false })]);
    this.open.delete(survey);
    return answers;
  }

  private hear(message: BusMessage): void {
    if (message.to === 'instances' && message.news.kind === 'survey' && message.news.from !== this.own.id) {
      const { from: instanceId, survey } = message.news;
      const connections = this.connections.worst();
      this.bus.publish({
        to: 'instance',
        instanceId,
        news: { kind: 'surveyed', from: this.own.id, survey, connections },
      });
    }
    if (message.to !== 'instance' || message.news.kind !== 'surveyed') return;
    const open = this.open.get(message.news.survey);
    if (!open) return;
    open.answers.push(...message.news.connections);
    open.missing -= 1;
    if (open.missing === 0) open.complete();
  }
}
