import { NestFactory } from '@nestjs/core';
import { AppModule } from './app/app.module.js';
import { fillDemo, NotEmptyError } from './app/demo/fill-demo.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './app/demo/demo-team.js';
import { explain } from './app/explain.js';
import { Config, ConfigError } from './config/config.js';

try {
  const config = Config.read();
  process.stdout.write(await fill(config));
} catch (error) {
  process.stderr.write(`The demo cannot be made. ${explain(error)}\n`);
  process.exitCode = 1;
}

/** Fills the database; answers with what was made, for a person to read. */
async function fill(config: Config): Promise<string> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: false,
    abortOnError: false,
  });
  const place = config.databaseUrl === undefined ? config.dataDir : 'the database';
  try {
    const messages = await fillDemo(app, new Date());
    const [first, ...others] = DEMO_PEOPLE.map(({ username }) => username);
    return (
      `${messages} messages are in ${place}.\n` +
      `Sign in as ${first} (or ${others.join(', ')}) with the password "${DEMO_PASSWORD}".\n`
    );
  } catch (error) {
    if (!(error instanceof NotEmptyError)) throw error;
    throw new ConfigError(`There are people in ${place} already; set DATA_DIR to an empty folder.`);
  } finally {
    await app.close();
  }
}
