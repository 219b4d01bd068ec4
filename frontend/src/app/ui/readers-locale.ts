/** How the reader writes dates and numbers: the language of the document, else the browser's own. */
export const readersLocale = (): string | undefined => document.documentElement.lang || undefined;
