import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config.js';

/** Gives the one `Config` to whoever asks for it. */
@Global()
@Module({})
export class ConfigModule {
  /** @param config what `Config.read` made of the environment, or of a test's own variables */
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}
