import type { EventBus } from '../events/event-bus.js';

/** Notices that the other instances were unheard, if only for a moment between two looks. */
export class Outages {
  private losses = 0;

  constructor(private readonly bus: Pick<EventBus, 'health' | 'losses'>) {}

  /** Whether the others are unheard now, or were since the last look. */
  look(): boolean {
    const { health, losses } = this.bus;
    const hasGrown = losses > this.losses;
    this.losses = losses;
    return hasGrown || health === 'degraded';
  }
}
