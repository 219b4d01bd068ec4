/** A key with what is held beside it, as it is written: `Mod+Shift+M`, `Alt+ArrowUp`, `?`. `Mod` is Command on a Mac, Control elsewhere. */
export type Chord = string;

/** What stands on a key, and how that is said: of a sign a screen reader makes little. */
export interface KeyName {
  readonly shown: string;
  readonly said: string;
}

const word = (name: string): KeyName => ({ shown: name, said: name });
const sign = (shown: string, said: string): KeyName => ({ shown, said });

const SHIFT = $localize`:@@keyNameShift:Shift`;
const ENTER = $localize`:@@keyNameEnter:Enter`;
const NAMES: Readonly<Record<string, KeyName>> = {
  ArrowUp: sign('\u2191', $localize`:@@keyNameUp:Arrow up`),
  ArrowDown: sign('\u2193', $localize`:@@keyNameDown:Arrow down`),
  Escape: word($localize`:@@keyNameEscape:Esc`),
  Delete: word($localize`:@@keyNameDelete:Del`),
  Mod: word($localize`:@@keyNameControl:Ctrl`),
  Alt: word('Alt'),
  Shift: word(SHIFT),
  Enter: word(ENTER),
};
const MAC_NAMES: Readonly<Record<string, KeyName>> = {
  Mod: sign('\u2318', $localize`:@@keyNameCommand:Command`),
  Alt: sign('\u2325', $localize`:@@keyNameOption:Option`),
  Shift: sign('\u21e7', SHIFT),
  Enter: sign('\u21a9', ENTER),
  Delete: sign('\u232b', $localize`:@@keyNameDeleteMac:Delete`),
};

/** Whether a key event is the chord, on whatever alphabet the keyboard writes. */
export function isChord(chord: Chord, event: KeyboardEvent, isMac: boolean): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const held = (name: string): boolean => parts.slice(0, -1).includes(name);
  // A sign such as "?" needs Shift on one keyboard and none on another.
  const isSign = key.length === 1 && !/[a-z]/iu.test(key);
  return (
    isKey(key, event) &&
    (isMac ? event.metaKey : event.ctrlKey) === held('Mod') &&
    !(isMac ? event.ctrlKey : event.metaKey) &&
    event.altKey === held('Alt') &&
    (isSign || event.shiftKey === held('Shift'))
  );
}

/** The keys of a chord as the reader's keyboard has them, in the order in which they are pressed. */
export function keyNames(chord: Chord, isMac: boolean): readonly KeyName[] {
  const names = isMac ? { ...NAMES, ...MAC_NAMES } : NAMES;
  return chord.split('+').map((key) => names[key] ?? word(key));
}

/** A keyboard that writes another alphabet is read by where its keys are. */
function isKey(key: string, { key: pressed, code }: KeyboardEvent): boolean {
  if (pressed.toLowerCase() === key.toLowerCase()) return true;
  const isOtherAlphabet = pressed.length === 1 && pressed.charCodeAt(0) > 127;
  return isOtherAlphabet && code === `Key${key.toUpperCase()}`;
}
