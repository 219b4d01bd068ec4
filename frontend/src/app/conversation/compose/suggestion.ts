/** A person as a suggestion shows them. */
export interface Mentionable {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly picture: string | null;
  readonly online: boolean;
}

/** One thing that a name may mean, and the text that takes its place. */
export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly insert: string;
  /** Whom the avatar shows; null where the glyph shows instead. */
  readonly person: Mentionable | null;
  readonly glyph: string;
}
