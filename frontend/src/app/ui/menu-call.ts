/** A menu is asked for: by whom, and where it hangs from, in CSS pixels. */
export interface MenuCall {
  readonly opener: HTMLElement;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A call for a menu that hangs from what was pressed. */
export function hangingFrom(opener: HTMLElement): MenuCall {
  const { left, top, width, height } = opener.getBoundingClientRect();
  return { opener, left, top, width, height };
}
