/** A message, by the `key` of its bubble, and the element beside which a menu for it opens. */
export interface MessageOptions {
  readonly key: string;
  readonly anchor: HTMLElement;
}
