import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from './app/bootstrap.js';
import { Config, ConfigError } from './config/config.js';

/** A stop that takes longer than this hangs on something outside: a database that does not answer. */
const PATIENCE_MS = 9_000;

try {
  const config = Config.read();
  const app = await createApp(config);
  stopOnSignal(app);
  await app.listen(config.port, config.host);
  const address = config.port === 0 ? await app.getUrl() : config.publicUrl;
  process.stdout.write(`Parley is running at ${address}\n`);
} catch (error) {
  process.stderr.write(`Parley cannot start. ${explain(error)}\n`);
  process.exit(1);
}

function stopOnSignal(app: NestExpressApplication): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(giveUp, PATIENCE_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Parley did not stop cleanly. ${explain(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function giveUp(): void {
  process.stderr.write('Parley has stopped without waiting any longer for its database or Redis.\n');
  process.exit(1);
}

/** One line that names what is wrong, and what helps where that is known. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use; set PORT to a free one.`;
  if (code === 'EACCES' && port) return `Port ${port} may not be used; set PORT above 1023.`;
  return message ?? String(error);
}
