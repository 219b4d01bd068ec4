import { Injectable } from '@angular/core';

const LIVE = '/health/live';
const ANSWER_WITHIN_MS = 5_000;

/** Asks whether the server can be reached, which the browser's word on the network says nothing about. */
@Injectable({ providedIn: 'root' })
export class ServerProbe {
  async answers(): Promise<boolean> {
    try {
      const answer = await fetch(LIVE, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      return answer.ok;
    } catch {
      return false;
    }
  }
}
