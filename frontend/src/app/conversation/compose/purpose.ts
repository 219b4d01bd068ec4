/** What the composer is for at the moment: a new message, an answer to one, or another text for an own one. */
export type Purpose =
  | { readonly kind: 'write' }
  | { readonly kind: 'reply'; readonly name: string; readonly ink: string; readonly body: string }
  | { readonly kind: 'edit'; readonly before: string; readonly isSaving: boolean; readonly problem: string };

export const WRITE: Purpose = { kind: 'write' };
