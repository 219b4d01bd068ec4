import { DomainError } from '../common/domain-error.js';

/** One of a batch that was refused by itself. */
export interface Refused {
  readonly refusal: DomainError;
}

/** What becomes of one of a batch: the others are none the worse for its refusal, and only a bug fails them all. */
export function orRefusal<T>(judge: () => T): T | Refused {
  try {
    return judge();
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}
