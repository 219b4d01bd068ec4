import { Counter, Gauge, type Registry } from 'prom-client';

interface Description {
  readonly name: string;
  readonly help: string;
}

/** A value, and the labels under which it stands. */
export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

type Read = () => readonly Reading[] | Promise<readonly Reading[]>;

/** A metric that goes up and down, and is read off when it is asked for. */
export function gauge(registry: Registry, { name, help }: Description, labels: readonly string[], read: Read): void {
  const metric: Gauge = new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect: async () => {
      for (const { labels: under = {}, value } of await read()) metric.set(under, value);
    },
  });
}

/** A metric that only grows, and whose total is kept elsewhere. */
export function total(registry: Registry, { name, help }: Description, labels: readonly string[], read: Read): void {
  const metric: Counter = new Counter({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect: async () => {
      const readings = await read();
      metric.reset();
      for (const { labels: under = {}, value } of readings) metric.inc(under, value);
    },
  });
}
