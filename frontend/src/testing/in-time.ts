import { TestScheduler, type RunHelpers } from 'rxjs/testing';
import { expect } from 'vitest';

/** Runs a marble test: time is virtual, and what is expected of observables is checked at the end. */
export const inTime = <T>(check: (helpers: RunHelpers) => T): T =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(check);
