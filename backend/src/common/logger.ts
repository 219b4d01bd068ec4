import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Level, type Logger } from 'pino';

/** What must never stand in a log, wherever an object carries it. */
const SECRETS = ['cookie', 'authorization', 'password', 'token', 'tokenHash', 'passwordHash', '["set-cookie"]'];
const redacted = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`].map((path) => path.replace('.[', '[')));

/** The process's logger: one JSON object a line, without secrets. */
export function createLogger(level: Level | 'silent', destination?: DestinationStream): Logger {
  const options = { level, redact: { paths: redacted, censor: '[redacted]' }, base: undefined };
  return destination ? pino(options, destination) : pino(options);
}

/** What the framework tells of its own start is of use only to who looks for a fault in it. */
const FRAMEWORK = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Lets Nest and everything that uses Nest's `Logger` write through pino. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest gives the context as the last argument, and before it a stack or more texts. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const more = rest.slice(0, -1).filter((each) => each !== undefined);
    const [text] = more;
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.message);
    else if (isFields(message)) this.pino[level]({ context, ...message }, typeof text === 'string' ? text : undefined);
    else this.pino[level]({ context, ...(more.length > 0 && { more }) }, String(message));
  }
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
