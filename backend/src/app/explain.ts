import { ConfigError } from '../config/config.js';

/** What keeps the process from its work: one line that names what is wrong, and what helps where that is known. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message, stack, port, address, hostname } = error as NodeJS.ErrnoException & Listening;
  if (code === 'EADDRINUSE') return `Port ${port} is in use; set PORT to a free one.`;
  if (code === 'EACCES' && port) return `Port ${port} may not be used; set PORT above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `HOST: this machine has no address ${address}.`;
  if (code === 'ENOTFOUND') return `HOST: no host is called ${hostname}.`;
  // What has no code is a fault of Parley's, and is looked for by its stack.
  return code ? message : (stack ?? String(error));
}

interface Listening {
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}
