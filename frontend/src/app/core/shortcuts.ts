import type { Chord } from './chord';
import type { DevicePreferences } from './device-preferences';

/** One thing that the keyboard does. */
export interface Shortcut {
  readonly label: string;
  /** The chords that do it; mostly one. */
  readonly chords: readonly Chord[];
  /** Whether it also acts while somebody types. */
  readonly whileTyping?: true;
  /** Whether it also acts over an open dialog. */
  readonly overDialogs?: true;
}

interface Group {
  readonly title: string;
  readonly shortcuts: Readonly<Record<string, Shortcut>>;
}

/**
 * All that the keyboard does, in the order of the sheet. `dispatched` is what `ShortcutKeys` listens for; what stands under
 * `fields` is done by the field or the list that has the focus, and is named here so that one place tells it all.
 */
const dispatched = {
  everywhere: {
    title: $localize`:@@keysEverywhere:Everywhere`,
    shortcuts: {
      switcher: {
        label: $localize`:@@keyJump:Jump to a conversation`,
        chords: ['Mod+K'],
        whileTyping: true,
        overDialogs: true,
      },
      search: { label: $localize`:@@keySearch:Search people and rooms`, chords: ['/'] },
      sheet: { label: $localize`:@@keySheet:Show these shortcuts`, chords: ['?'] },
    },
  },
  conversations: {
    title: $localize`:@@keysConversations:Conversations`,
    shortcuts: {
      previous: { label: $localize`:@@keyPrevious:Previous conversation`, chords: ['Alt+ArrowUp'], whileTyping: true },
      next: { label: $localize`:@@keyNext:Next conversation`, chords: ['Alt+ArrowDown'], whileTyping: true },
      previousUnread: {
        label: $localize`:@@keyPreviousUnread:Previous unread conversation`,
        chords: ['Alt+Shift+ArrowUp'],
        whileTyping: true,
      },
      nextUnread: {
        label: $localize`:@@keyNextUnread:Next unread conversation`,
        chords: ['Alt+Shift+ArrowDown'],
        whileTyping: true,
      },
      mute: {
        label: $localize`:@@keyMute:Mute or unmute what is open`,
        chords: ['Mod+Shift+M'],
        whileTyping: true,
      },
      allRead: {
        label: $localize`:@@keyAllRead:Mark everything as read`,
        chords: ['Shift+Escape'],
        whileTyping: true,
      },
    },
  },
} as const satisfies Record<string, Group>;

const fields = {
  layers: [{ label: $localize`:@@keyClose:Close what is on top`, chords: ['Escape'] }],
  lists: [{ label: $localize`:@@keyRows:Move through the list`, chords: ['ArrowUp', 'ArrowDown'] }],
  writing: [
    { label: $localize`:@@keyBold:Bold`, chords: ['Mod+B'] },
    { label: $localize`:@@keyItalic:Italic`, chords: ['Mod+I'] },
    { label: $localize`:@@keyStrike:Struck through`, chords: ['Mod+Shift+X'] },
    { label: $localize`:@@keyMention:Mention somebody`, chords: ['@'] },
    { label: $localize`:@@keyEmoji:Emoji by its name`, chords: [':'] },
    { label: $localize`:@@keyEditLast:Change your last message`, chords: ['ArrowUp'] },
  ],
  messages: [
    { label: $localize`:@@keyReply:Reply`, chords: ['R'] },
    { label: $localize`:@@keyEdit:Edit`, chords: ['E'] },
    { label: $localize`:@@keyCopy:Copy text`, chords: ['C'] },
    { label: $localize`:@@keyInfo:Message info`, chords: ['I'] },
    { label: $localize`:@@keyDelete:Delete`, chords: ['Delete'] },
  ],
} as const satisfies Record<string, readonly Shortcut[]>;

/** How a message is sent and a line broken: as the reader has chosen. */
const sending = {
  enter: [
    { label: $localize`:@@keySend:Send`, chords: ['Enter', 'Mod+Enter'] },
    { label: $localize`:@@keyBreak:New line`, chords: ['Shift+Enter'] },
  ],
  'ctrl-enter': [
    { label: $localize`:@@keySend:Send`, chords: ['Mod+Enter'] },
    { label: $localize`:@@keyBreak:New line`, chords: ['Enter', 'Shift+Enter'] },
  ],
} as const satisfies Record<DevicePreferences['sendsWith'], readonly Shortcut[]>;

type Dispatched = typeof dispatched;
export type ShortcutId = { [G in keyof Dispatched]: keyof Dispatched[G]['shortcuts'] }[keyof Dispatched];

/** What `ShortcutKeys` listens for. */
export const SHORTCUTS: Readonly<Record<ShortcutId, Shortcut>> = {
  ...dispatched.everywhere.shortcuts,
  ...dispatched.conversations.shortcuts,
};

/** Everything, by group, as the sheet shows it. */
export const shortcutGroups = (
  sendsWith: DevicePreferences['sendsWith'],
): readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] => [
  {
    title: dispatched.everywhere.title,
    shortcuts: [...Object.values(dispatched.everywhere.shortcuts), ...fields.layers],
  },
  {
    title: dispatched.conversations.title,
    shortcuts: [...Object.values(dispatched.conversations.shortcuts), ...fields.lists],
  },
  { title: $localize`:@@keysWriting:Writing`, shortcuts: [...sending[sendsWith], ...fields.writing] },
  { title: $localize`:@@keysMessages:On a message`, shortcuts: fields.messages },
];
