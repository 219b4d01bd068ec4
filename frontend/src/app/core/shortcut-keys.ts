import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';
import { isChord, keyNames, type Chord, type KeyName } from './chord';
import { PreferencesStore } from './preferences-store';
import { shortcutGroups, SHORTCUTS, type Shortcut, type ShortcutId } from './shortcuts';

type Handlers = Partial<Record<ShortcutId, () => void>>;

/** Listens for the shortcuts of the page. A field that has dealt with a key keeps it; beneath an open dialog next to nothing acts. */
@Injectable({ providedIn: 'root' })
export class ShortcutKeys {
  private readonly document = inject(DOCUMENT);
  private readonly preferences = inject(PreferencesStore);
  private readonly handlers = new Map<ShortcutId, () => void>();

  readonly isMac = /mac|iphone|ipad/iu.test(this.document.defaultView?.navigator.userAgent ?? '');

  constructor() {
    fromEvent<KeyboardEvent>(this.document, 'keydown')
      .pipe(takeUntilDestroyed())
      .subscribe((event) => this.keyDown(event));
  }

  /** Does these things from now on, as long as the component or service lives that calls this in its injection context. */
  on(handlers: Handlers): void {
    const ids = Object.keys(handlers) as ShortcutId[];
    for (const id of ids) this.handlers.set(id, handlers[id] ?? (() => undefined));
    inject(DestroyRef).onDestroy(() => {
      for (const id of ids) if (this.handlers.get(id) === handlers[id]) this.handlers.delete(id);
    });
  }

  /** The keys of a chord as this machine has them. */
  keysOf(chord: Chord): readonly KeyName[] {
    return keyNames(chord, this.isMac);
  }

  /** The keys of a shortcut, one list for each chord. */
  namesOf({ chords }: Shortcut): readonly (readonly KeyName[])[] {
    return chords.map((chord) => this.keysOf(chord));
  }

  /** Everything, by group, with what stands on the keys of this machine, as they do it by the reader's choice. */
  groups() {
    return shortcutGroups(this.preferences.sendsWith()).map(({ title, shortcuts }) => ({
      title,
      shortcuts: shortcuts.map((shortcut) => ({ label: shortcut.label, ways: this.namesOf(shortcut) })),
    }));
  }

  private keyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const id = this.pressed(event);
    const run = id && this.handlers.get(id);
    if (!run) return;
    event.preventDefault();
    if (SHORTCUTS[id].overDialogs || !this.document.querySelector('[aria-modal="true"]')) run();
  }

  private pressed(event: KeyboardEvent): ShortcutId | undefined {
    const isTyping = isField(event.target);
    return (Object.keys(SHORTCUTS) as ShortcutId[]).find((id) => {
      const { chords, whileTyping } = SHORTCUTS[id];
      return (whileTyping ?? !isTyping) && chords.some((chord) => isChord(chord, event, this.isMac));
    });
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));
