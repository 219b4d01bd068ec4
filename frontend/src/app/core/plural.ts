interface Forms {
  readonly one: string;
  readonly other: string;
}

/** The form of a text that fits a number of things, by the rules of the language that is spoken. Templates have ICU's plurals. */
export const plural = (count: number, { one, other }: Forms): string =>
  new Intl.PluralRules($localize.locale ?? 'en').select(count) === 'one' ? one : other;
