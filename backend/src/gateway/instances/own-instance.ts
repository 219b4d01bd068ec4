import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { now } from '../../common/time.js';
import { newId } from '../../common/ids.js';
import { Config } from '../../config/config.js';

/** Who this instance is among the others. A start makes a new one. */
@Injectable()
export class OwnInstance {
  readonly id = newId();
  readonly startedAt = now();

  constructor(
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  /** The name that its operator gave it, otherwise that of its host with the port that it listens on. */
  get name(): string {
    return this.config.instanceName ?? `${hostname()}:${this.port}`;
  }

  private get port(): number {
    const server = this.host.httpAdapter.getHttpServer() as { address(): AddressInfo | string | null };
    const address = server.address();
    return typeof address === 'object' && address ? address.port : this.config.port;
  }
}
