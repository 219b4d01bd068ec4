import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Heartbeat } from './heartbeat.js';

const BEAT_MS = 250;

describe('a heartbeat', () => {
  let sent: number[];
  let said: string[];
  let revived: () => Promise<void>;
  let heartbeat: Heartbeat;

  beforeEach(() => {
    vi.useFakeTimers();
    [sent, said] = [[], []];
    revived = () => Promise.resolve();
    heartbeat = new Heartbeat({
      beat: (beat) => Promise.resolve(sent.push(beat)),
      revived: () => revived(),
      changed: (health) => said.push(health),
    });
    heartbeat.start();
  });
  afterEach(() => {
    heartbeat.stop();
    vi.useRealTimers();
  });

  const latest = () => sent.at(-1) ?? 0;
  const answer = async (beat = latest()) => {
    heartbeat.heard(beat);
    await vi.advanceTimersByTimeAsync(0);
  };
  const beats = (count: number) => vi.advanceTimersByTimeAsync(count * BEAT_MS);

  it('is alive once a beat came back, and says nothing of a quick start', async () => {
    expect(heartbeat.isAlive).toBe(false);
    await answer();
    expect(heartbeat.isAlive).toBe(true);
    expect(said).toEqual([]);
  });

  it('dies after a silence, and is back with the next beat that is heard', async () => {
    await answer();
    await beats(3);
    expect(heartbeat.isAlive).toBe(true);
    await beats(1);
    expect(heartbeat.isAlive).toBe(false);
    await answer();
    expect(heartbeat.isAlive).toBe(true);
    expect(said).toEqual(['degraded', 'ok']);
  });

  it('takes beats that are long on their way for a silence', async () => {
    await answer();
    for (let late = 0; late < 8; late += 1) {
      await beats(1);
      await answer(latest() - 4);
    }
    expect(heartbeat.isAlive).toBe(false);
  });

  it('takes a stall of its own for no silence', async () => {
    await answer();
    vi.setSystemTime(Date.now() + 60_000);
    await beats(1);
    expect(heartbeat.isAlive).toBe(true);
  });

  it('dies at once when the connection is lost, and trusts no beat from before', async () => {
    await answer();
    heartbeat.lost();
    expect(heartbeat.isAlive).toBe(false);
    await answer();
    expect(heartbeat.isAlive).toBe(false);
    await beats(1);
    await answer();
    expect(said).toEqual(['degraded', 'ok']);
  });

  it('stays dead when the connection is lost again while everything is made to be heard', async () => {
    await answer();
    heartbeat.lost();
    await beats(1);
    let isHeard: () => void = () => undefined;
    revived = () => new Promise((resolve) => (isHeard = resolve));
    await answer();
    heartbeat.lost();
    isHeard();
    await beats(0);
    expect(heartbeat.isAlive).toBe(false);
    expect(said).toEqual(['degraded']);
  });

  it('says nothing of connections that go because it was stopped', async () => {
    await answer();
    heartbeat.stop();
    heartbeat.lost();
    expect(said).toEqual([]);
  });
});
