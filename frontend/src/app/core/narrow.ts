/** Whether the window has room for one pane alone, as on a phone. The same width stands in the styles. */
export const isNarrow = (): boolean => matchMedia('(max-width: 719px)').matches;
