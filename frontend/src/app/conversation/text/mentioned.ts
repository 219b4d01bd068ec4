/** Somebody whom a message may mention. */
export interface Mentioned {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** Whether it is the reader. */
  readonly isReader: boolean;
}

/** People by their usernames. */
export type People = ReadonlyMap<string, Mentioned>;
