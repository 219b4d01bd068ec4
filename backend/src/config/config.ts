import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';

const HIGHEST_PORT = 65_535;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

const isProxy = (entry: string): boolean => {
  const [address = '', prefix, ...rest] = entry.split('/');
  const prefixFits =
    prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 6 ? 128 : 32));
  return PROXY_NAMES.includes(entry) || (isIP(address) !== 0 && prefixFits && rest.length === 0);
};

/** What Express's `trust proxy` takes: nobody, everybody, so many hops, or these addresses. */
const TrustProxy = z.string().transform((text, context): boolean | number | string[] => {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.every(isProxy)) return entries;
  context.addIssue('must be true, false, a number of hops, or a list of addresses');
  return z.NEVER;
});

const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((port) => port <= HIGHEST_PORT, 'must be a port number');

/** A variable that is set to nothing counts as left out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Every environment variable that Parley reads. */
export const Environment = z.object({
  HOST: optional(z.string().trim().min(1)),
  PORT: optional(Port),
  DATA_DIR: optional(z.string().trim().min(1)),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/, error: 'must be a redis:// or rediss:// address' })),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
  TRUST_PROXY: optional(TrustProxy),
  LOG_LEVEL: optional(z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`)),
  METRICS_TOKEN: optional(z.string().regex(/^\S{16,}$/, 'must have at least 16 characters and no spaces')),
  INSTANCE_NAME: optional(z.string().trim().min(1).max(64)),
});
type Environment = z.infer<typeof Environment>;

/** A variable that the process cannot start with; the message is one line and names it. */
export class ConfigError extends Error {}

/** How this process is set up: read once at the start, the same ever after. */
export class Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** An absolute path. */
  readonly dataDir: string;
  /** PostgreSQL in place of the SQLite file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Carries events between several instances; without it there is one. */
  readonly redisUrl: string | undefined;
  /** Where people reach Parley, without a slash at the end. */
  readonly publicUrl: string;
  readonly trustProxy: boolean | number | string[];
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>;
  /** What a monitor has to show to read `/metrics`; without it there are none. */
  readonly metricsToken: string | undefined;
  /** What an admin sees this instance called; without it, its host and port. */
  readonly instanceName: string | undefined;

  private constructor(environment: Environment) {
    this.host = environment.HOST ?? '127.0.0.1';
    this.port = environment.PORT ?? 3_000;
    this.dataDir = resolve(environment.DATA_DIR ?? './data');
    this.databaseUrl = environment.DATABASE_URL;
    this.redisUrl = environment.REDIS_URL;
    this.publicUrl = (environment.PUBLIC_URL ?? `http://localhost:${this.port}`).replace(/\/+$/, '');
    this.trustProxy = environment.TRUST_PROXY ?? false;
    this.logLevel = environment.LOG_LEVEL ?? 'info';
    this.metricsToken = environment.METRICS_TOKEN;
    this.instanceName = environment.INSTANCE_NAME;
  }

  /**
   * Reads a set of variables, the process's own if none is given.
   * @throws ConfigError naming the first variable that does not fit
   */
  static read(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
    const result = Environment.safeParse(variables);
    if (result.success) return new Config(result.data);
    const [issue] = result.error.issues;
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message ?? 'is not valid'}`);
  }

  /** Cookies must not travel in the clear where people use https. */
  get secureCookies(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}
