/** Somebody of whom the reader wants to see more, and the element beside which it opens. */
export interface PersonAsked {
  readonly userId: string;
  readonly anchor: HTMLElement;
}
