import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Dialogs } from '../../core/dialogs';
import { errorSentence } from '../../core/error-text';
import type { KeyName } from '../../core/chord';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { SHORTCUTS, type ShortcutId } from '../../core/shortcuts';
import { submission } from '../../core/submission';
import { COMMANDS, type Command } from '../../rooms/find/command';
import { FindLine } from '../../rooms/find/find-line';
import { SECTION_TITLES } from '../../rooms/find/find-words';
import { SCOPE_SIGNS } from '../../rooms/find/find-query';
import { Finder } from '../../rooms/find/finder';
import type { Find } from '../../rooms/find/finds';
import { OpenFind } from '../../rooms/find/open-find';
import { OpenRoom } from '../../rooms/open-room';
import { resultsLabel } from '../../rooms/room-names';
import { Icon } from '../../ui/icon';
import { Keys } from '../../ui/keys';
import { Commands } from './commands';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Jumps to what one types a few letters of: a conversation, a person, a room, a page, something to do. Closes with the
 * command that was chosen, which is run by whoever has opened it.
 */
@Component({
  selector: 'parley-switcher',
  imports: [FindLine, Icon, Keys],
  providers: [Finder, { provide: COMMANDS, useFactory: () => inject(Commands).all }],
  templateUrl: './switcher.html',
  styleUrl: './switcher.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Switcher {
  protected readonly finder = inject(Finder);
  private readonly openFind = inject(OpenFind);
  private readonly dialogs = inject(Dialogs);
  protected readonly keys = inject(ShortcutKeys);
  private readonly dialog = inject<MatDialogRef<Switcher, Command>>(MatDialogRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly titles = SECTION_TITLES;
  protected readonly errorSentence = errorSentence;
  protected readonly scopes = [
    { sign: SCOPE_SIGNS.people, label: $localize`:@@scopePeople:people` },
    { sign: SCOPE_SIGNS.rooms, label: $localize`:@@scopeRooms:rooms` },
    { sign: SCOPE_SIGNS.commands, label: $localize`:@@scopeCommands:actions` },
  ];

  /** What the arrows or the pointer have come to; the first one until then, and again once it is gone. */
  private readonly chosenKey = signal('');
  protected readonly active = computed<Find | null>(() => {
    const finds = this.finder.finds();
    return finds.find(({ key }) => key === this.chosenKey()) ?? finds[0] ?? null;
  });

  protected readonly opening = submission({
    send: ({ target }: Find) => this.openFind.open(target),
    done: () => this.dialogs.closeAll(),
  });
  protected readonly status = computed(() => {
    const count = this.finder.finds().length;
    return count > 0 ? resultsLabel(count) : this.note();
  });
  protected readonly note = computed(() => {
    if (this.finder.state() === 'failed') {
      return $localize`:@@findOffline:The server does not answer. This is what is known on this device.`;
    }
    if (this.finder.finds().length > 0 || this.finder.state() === 'asking') return '';
    return this.finder.isSearching()
      ? $localize`:@@findNothing:Nobody and nothing here is called \u201c${this.finder.query().text}:search:\u201d.`
      : $localize`:@@findNoRecent:Type the name of a person or a room.`;
  });

  constructor() {
    this.finder.openAt(inject(OpenRoom).id());
    afterRenderEffect(() => {
      this.active();
      this.host.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected search(typed: string): void {
    this.chosenKey.set('');
    this.finder.search(typed);
  }

  protected narrow(sign: string): void {
    this.search(sign + this.finder.query().text);
    this.field().nativeElement.focus();
  }

  protected choose({ key }: Find): void {
    this.chosenKey.set(key);
  }

  protected keyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (event.isComposing) return;
    if (step) this.move(step);
    else if (event.key === 'Enter') this.open(this.active());
    else return;
    event.preventDefault();
  }

  /** What the server has no part in happens behind the closed dialog; the rest closes it once it has happened. */
  protected open(find: Find | null): void {
    if (find?.target.kind === 'command') this.dialog.close(find.target.command);
    else if (find) this.opening.submit(find);
  }

  protected keysOf(id: ShortcutId): readonly KeyName[] {
    return this.keys.namesOf(SHORTCUTS[id])[0] ?? [];
  }

  private move(step: number): void {
    const finds = this.finder.finds();
    const at = finds.findIndex(({ key }) => key === this.active()?.key);
    const next = finds.at((at + step) % finds.length);
    if (next) this.choose(next);
  }
}
