/** Codes of the drivers and the network that say: not now, through no fault of the request. */
const OUTAGES = [
  /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN)/,
  // PostgreSQL: connection lost, out of resources, shut down or starting, statement cancelled.
  /^(08|53)[0-9A-Z]{3}$/,
  /^57(P0[1-5]|014)$/,
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/,
];
/** What node-postgres says, without a code, of a connection that broke or was not to be had. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end)/;

/** True for an error, bare or wrapped by TypeORM, that means the database cannot serve at the moment. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (codesOf(error).some((code) => OUTAGES.some((pattern) => pattern.test(code)))) return true;
  return LOST.test(error.message);
}

/** The driver's codes of an error, its own and those of what it wraps. */
export function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code, driverError, cause, errors } = error as Error & Record<string, unknown>;
  const inner = [driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...inner.flatMap((each) => (each === error ? [] : codesOf(each))),
  ];
}
