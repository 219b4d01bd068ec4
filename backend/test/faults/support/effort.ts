import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** `long` in `npm run test:faults`, `short` in `npm test`. */
    effort: 'short' | 'long';
  }
}

/** How much of something a test does: little in `npm test`, much in `npm run test:faults`. */
export const effort = (short: number, long: number): number => (inject('effort') === 'long' ? long : short);
