import type { Connection, Instance } from '#shared';

/** The people who are online through an instance: those who show it, and those who do not. */
export interface People {
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
}

/** An open socket, with its user by id alone. */
export type ConnectionFacts = Omit<Connection, 'user'> & { readonly userId: string };

/**
 * What instances tell each other of themselves. `version` counts the changes of an instance's people from its start: who holds
 * another one has missed something, and asks for all of them.
 */
export type InstanceNews =
  | { readonly kind: 'beat'; readonly from: string; readonly version: number; readonly figures: Instance }
  | ({
      readonly kind: 'moved';
      readonly from: string;
      readonly version: number;
      readonly gone: readonly string[];
    } & People)
  | ({ readonly kind: 'people'; readonly from: string; readonly version: number } & People)
  | { readonly kind: 'who'; readonly from: string }
  | { readonly kind: 'bye'; readonly from: string }
  | { readonly kind: 'survey'; readonly from: string; readonly survey: string }
  | {
      readonly kind: 'surveyed';
      readonly from: string;
      readonly survey: string;
      readonly connections: readonly ConnectionFacts[];
    };
