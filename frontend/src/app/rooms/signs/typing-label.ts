/** Who types, as a line: "Ada is typing…", "Ada and Grace are typing…", "3 people are typing…"; empty for nobody. */
export function typingLabel(names: readonly string[]): string {
  const [first, second] = names.map(firstName);
  if (first === undefined) return '';
  if (second === undefined) return $localize`:@@typingOne:${first}:name: is typing…`;
  if (names.length === 2) return $localize`:@@typingTwo:${first}:name: and ${second}:other: are typing…`;
  return $localize`:@@typingMany:${names.length}:count: people are typing…`;
}

/** The first word of a display name: in a line there is no room for more. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
