import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../../../ui/icon';
import { inTone, type Emoji } from './emoji';
import { EmojiCatalog } from './emoji-catalog';
import { EMOJI_GROUPS } from './emoji-groups';
import { EmojiMemory } from './emoji-memory';
import { searchEmojis } from './emoji-search';
import { movedInGrid } from './grid-keys';
import { ToneChoice } from './tone-choice';

export interface EmojiPick {
  readonly emoji: Emoji;
  /** Whether another one may follow. */
  readonly stays: boolean;
}

const COLUMNS = 8;
/** So many a search shows: whoever looks further types on. */
const FOUND = 10 * COLUMNS;
/** The place of the emojis that were used lately, before the groups. */
const RECENT = -1;

/** All emojis, by group or by search. Whoever shows it listens for Escape from outside too. */
@Component({
  selector: 'parley-emoji-picker',
  imports: [Icon, ToneChoice],
  templateUrl: './emoji-picker.html',
  styleUrl: './emoji-picker.css',
  host: {
    role: 'dialog',
    '[attr.aria-label]': 'label',
    '(keydown.escape)': '$event.stopPropagation(); dismiss.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmojiPicker {
  private readonly catalog = inject(EmojiCatalog);
  protected readonly memory = inject(EmojiMemory);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  readonly pick = output<EmojiPick>();
  readonly dismiss = output();

  protected readonly label = $localize`:@@emoji:Emoji`;
  /** As it was when the picker opened: nothing moves under the pointer. */
  private readonly recent = this.memory.recent();
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');

  protected readonly groups = EMOJI_GROUPS;
  protected readonly hasRecent = this.recent.length > 0;
  protected readonly query = signal('');
  protected readonly group = signal(this.hasRecent ? RECENT : 0);
  protected readonly isLoading = computed(() => this.catalog.groups().length === 0);
  protected readonly heading = computed(
    () => this.groups[this.group()]?.name ?? $localize`:@@usedLately:Recently used`,
  );
  protected readonly shown = computed<readonly Emoji[]>(() => {
    if (this.query()) return searchEmojis(this.catalog.all(), this.query(), this.recent).slice(0, FOUND);
    return this.group() === RECENT ? this.usedLately() : (this.catalog.groups()[this.group()] ?? []);
  });
  protected readonly rows = computed(() => rowsOf(this.shown(), (emoji) => inTone(emoji, this.memory.tone())));
  /** The one that has or would get the focus. */
  protected readonly at = linkedSignal<unknown, number>({ source: this.shown, computation: () => 0 });
  protected readonly pointed = computed(() => this.shown()[this.at()] ?? null);

  private readonly usedLately = computed(() => {
    const byGlyph = new Map(this.catalog.all().map((emoji) => [emoji.glyph, emoji]));
    return this.recent.flatMap((glyph) => byGlyph.get(glyph) ?? []);
  });

  constructor() {
    this.catalog.load();
    afterNextRender(() => {
      if (matchMedia('(pointer: fine)').matches) this.search().nativeElement.focus();
    });
  }

  protected show(group: number): void {
    this.query.set('');
    this.search().nativeElement.value = '';
    this.group.set(group);
  }

  protected choose(emoji: Emoji, { detail, shiftKey }: MouseEvent): void {
    // A click that the keyboard makes has no count.
    this.pick.emit({ emoji, stays: detail > 0 || shiftKey });
  }

  protected searchKey(event: KeyboardEvent): void {
    const first = this.shown()[0];
    if (event.key === 'ArrowDown') this.moveTo(0, event);
    else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (first && this.query()) this.pick.emit({ emoji: first, stays: event.shiftKey });
    }
  }

  protected gridKey(event: KeyboardEvent): void {
    const next = movedInGrid(event.key, this.at(), this.shown().length, COLUMNS);
    if (next === null) return;
    if (next >= 0) return this.moveTo(next, event);
    event.preventDefault();
    this.search().nativeElement.focus();
  }

  protected tabKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const first = this.hasRecent ? RECENT : 0;
    if (step === undefined) return;
    event.preventDefault();
    this.show(Math.min(Math.max(this.group() + step, first), this.groups.length - 1));
    this.focusOn(`[data-group="${this.group()}"]`);
  }

  private moveTo(at: number, event: Event): void {
    if (at >= this.shown().length) return;
    event.preventDefault();
    this.at.set(at);
    this.focusOn(`[data-at="${at}"]`);
  }

  /** Waits for what was typed just before: a cell that gives way to another would take the focus with it. */
  private focusOn(selector: string): void {
    const focus = () => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}

interface Cell {
  readonly emoji: Emoji;
  readonly glyph: string;
  readonly at: number;
}

function rowsOf(emojis: readonly Emoji[], glyphOf: (emoji: Emoji) => string): readonly (readonly Cell[])[] {
  const cells = emojis.map((emoji, at) => ({ emoji, glyph: glyphOf(emoji), at }));
  return Array.from({ length: Math.ceil(cells.length / COLUMNS) }, (_, row) =>
    cells.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
}
