import { Logger } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PinoLogger, createLogger } from './logger.js';

function capture() {
  const lines: string[] = [];
  const pino = createLogger('info', { write: (line: string) => lines.push(line) });
  return { pino, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown> };
}

describe('the log', () => {
  it('is one JSON object a line', () => {
    const { pino, last } = capture();
    pino.info({ roomId: 'r1' }, 'hello');
    expect(last()).toMatchObject({ level: 30, roomId: 'r1', msg: 'hello' });
  });

  it('holds no secret, wherever an object carries it', () => {
    const { pino, lines } = capture();
    const secrets = {
      password: 's3cret',
      token: 's3cret',
      cookie: 's3cret',
      passwordHash: 's3cret',
      tokenHash: 's3cret',
    };
    pino.info({ ...secrets, body: secrets, req: { headers: { authorization: 's3cret', cookie: 's3cret' } } });
    pino.info({ res: { headers: { 'set-cookie': 's3cret' } } });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain('s3cret');
    expect(lines.join()).toContain('[redacted]');
  });

  it('takes what Nest’s own logger is told, with its context', () => {
    const { pino, last } = capture();
    Logger.overrideLogger(new PinoLogger(pino));
    const logger = new Logger('Rooms');
    logger.warn('careful');
    expect(last()).toMatchObject({ level: 40, context: 'Rooms', msg: 'careful' });
    logger.error({ err: new Error('boom'), requestId: 'q1' }, 'it failed');
    expect(last()).toMatchObject({ level: 50, context: 'Rooms', requestId: 'q1', msg: 'it failed' });
    expect(last()['err']).toMatchObject({ type: 'Error', message: 'boom' });
    logger.error(new Error('bang'));
    expect(last()).toMatchObject({ level: 50, context: 'Rooms', msg: 'bang' });
    expect(last()['err']).toMatchObject({ message: 'bang' });
  });

  it('leaves out how the framework starts', () => {
    const { pino, lines } = capture();
    new PinoLogger(pino).log('Mapped {/me, GET} route', 'RouterExplorer');
    expect(lines).toEqual([]);
  });
});
