import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

/** The requests over HTTP that are not answered yet, so that a stop can wait for them. */
export class RestUnderWay {
  private readonly responses = new Set<ServerResponse>();

  /** Notices every request from now on. */
  watch(server: Server): void {
    server.prependListener('request', (_request, response: ServerResponse) => {
      this.responses.add(response);
      response.once('close', () => this.responses.delete(response));
    });
  }

  /** Resolves when all are answered, or gone. */
  async answered(): Promise<void> {
    while (this.responses.size > 0) await Promise.all([...this.responses].map((response) => once(response, 'close')));
  }
}
