import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from './app/bootstrap.js';
import { explain } from './app/explain.js';
import { Config } from './config/config.js';

/** A stop that takes longer than this hangs on something outside: a database that does not answer. */
const PATIENCE_MS = 9_000;

try {
  const config = Config.read();
  const app = await createApp(config);
  stopOnSignal(app);
  await listen(app.getHttpServer(), config);
  const address = config.port === 0 ? urlOf(app.getHttpServer(), config) : config.publicUrl;
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

/** By itself, since Nest would log what `explain` says better. */
async function listen(server: Server, { port, host }: Config): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

function urlOf(server: Server, { host }: Config): string {
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
