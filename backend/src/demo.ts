import { NestFactory } from '@nestjs/core';
import { AppModule } from './app/app.module.js';
import { fillDemo, NotEmptyError } from './app/demo/fill-demo.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './app/demo/demo-team.js';
import { Config } from './config/config.js';

const config = Config.read();
const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error', 'warn'] });
try {
  const messages = await fillDemo(app, new Date());
  const [first, ...others] = DEMO_PEOPLE.map(({ username }) => username);
  process.stdout.write(
    `${messages} messages are in ${config.dataDir}.\n` +
      `Sign in as ${first} (or ${others.join(', ')}) with the password "${DEMO_PASSWORD}".\n`,
  );
} catch (error) {
  if (!(error instanceof NotEmptyError)) throw error;
  process.stderr.write(
    `There are people in ${config.dataDir} already. The demo wants an empty folder: set DATA_DIR.\n`,
  );
  process.exitCode = 1;
} finally {
  await app.close();
}
