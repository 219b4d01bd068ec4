import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { LIMITS } from '#shared';
import { fetchAhead } from '../../core/fetch-ahead';
import { isNarrow } from '../../core/narrow';
import { PreferencesStore } from '../../core/preferences-store';
import { Icon } from '../../ui/icon';
import { completion } from './completion';
import { CompletionList, optionId } from './completion-list';
import { closedEmoji } from './completion-query';
import { ComposeHead } from './compose-head';
import { actOf, isSaving, type ComposerAct } from './composer-keys';
import { inTone, type Emoji } from './emoji/emoji';
import { EmojiCatalog } from './emoji/emoji-catalog';
import { EmojiMemory } from './emoji/emoji-memory';
import { EmojiPicker, type EmojiPick } from './emoji/emoji-picker';
import { emojiNamed } from './emoji/emoji-search';
import { lengthOf, noticeFor } from './notice';
import { WRITE, type Purpose } from './purpose';
import { replaceText } from './replace-text';
import type { Mentionable } from './suggestion';
import { suggestionsFor } from './suggestions';
import { wrapSelection } from './wrap-selection';

/** Where a message is written, answered or changed. What is typed is kept by whoever listens to `draftChange`. */
@Component({
  selector: 'parley-composer',
  imports: [CompletionList, ComposeHead, EmojiPicker, Icon],
  templateUrl: './composer.html',
  styleUrl: './composer.css',
  host: { '(document:pointerdown)': 'pressed($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Composer {
  protected readonly catalog = inject(EmojiCatalog);
  private readonly memory = inject(EmojiMemory);
  private readonly sendsWith = inject(PreferencesStore).sendsWith;

  /** What the field starts from; a new room brings a new one. */
  readonly draft = input.required<{ readonly roomId: string; readonly text: string }>();
  readonly placeholder = input.required<string>();
  readonly purpose = input<Purpose>(WRITE);
  /** The people whom the beginning of a name may mean. */
  readonly people = input<(query: string) => readonly Mentionable[]>(() => []);
  /** A new object each time that the field is to have the focus. */
  readonly calls = input<object | null>(null);
  readonly draftChange = output<string>();
  readonly send = output<string>();
  /** The changed text is to be saved. */
  readonly save = output();
  /** The answer or the change is given up. */
  readonly dismiss = output();
  /** The last own message is to be changed. */
  readonly changeLast = output();
  /** The beginning of a name that is being typed. */
  readonly naming = output<string>();

  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  private readonly form = viewChild.required<ElementRef<HTMLElement>>('form');
  protected readonly text = linkedSignal(() => this.draft().text);
  protected readonly isSaving = computed(() => isSaving(this.purpose()));
  protected readonly notice = computed(() => noticeFor(this.text(), this.purpose(), this.isFileRefused()));
  private readonly isFileRefused = linkedSignal<string, boolean>({
    source: () => this.draft().roomId,
    computation: () => false,
  });
  protected readonly isTooLong = computed(() => lengthOf(this.text()) > LIMITS.body.max);
  protected readonly canSend = computed(() => this.text().trim() !== '' && !this.isTooLong() && !this.isSaving());
  protected readonly isPicking = signal(false);
  protected readonly completion = completion((query) =>
    suggestionsFor(query, {
      people: this.people(),
      emojis: this.catalog.all(),
      recent: this.memory.recent(),
      tone: this.memory.tone(),
    }),
  );
  protected readonly activeOption = computed(() =>
    this.completion.isOpen() ? optionId(this.completion.active()) : null,
  );

  constructor() {
    fetchAhead(() => import('./emoji/emoji-picker'));
    effect(() => {
      const field = this.field().nativeElement;
      // Writing the same text back would break off an input method's composition.
      if (field.value !== this.text()) field.value = this.text();
    });
    effect(() => {
      if (this.calls()) this.focus();
    });
  }

  /** Puts the caret into the field. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  /** Says, until something is typed, that the file that was brought cannot be sent. */
  refuseFile(): void {
    this.isFileRefused.set(true);
  }

  protected typed(): void {
    this.isFileRefused.set(false);
    const { value, selectionStart } = this.field().nativeElement;
    this.text.set(value);
    this.draftChange.emit(value);
    this.look();
    const closed = closedEmoji(value, selectionStart);
    const emoji = closed && emojiNamed(this.catalog.all(), closed.query);
    if (emoji) replaceText(this.field().nativeElement, { ...closed, text: this.use(emoji) });
  }

  /** The caret may stand at a name now. */
  protected look(): void {
    const { value, selectionStart, selectionEnd } = this.field().nativeElement;
    if (selectionStart !== selectionEnd) return this.completion.leave();
    const query = this.completion.look(value, selectionStart);
    if (query?.kind === 'person') this.naming.emit(query.query);
    if (query?.kind === 'emoji') this.catalog.load();
  }

  protected keyDown(event: KeyboardEvent): void {
    const act = actOf(event, {
      isCompleting: this.completion.isOpen(),
      isPicking: this.isPicking(),
      isEmpty: this.text() === '',
      purpose: this.purpose(),
      entersBreak: this.sendsWith() === 'ctrl-enter' || isPhone(),
    });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.do(act);
  }

  protected take(index: number): void {
    const chosen = this.completion.suggestions()[index];
    const change = this.completion.take(index);
    if (!chosen || !change) return;
    if (!chosen.person) this.memory.use(chosen.id);
    const isFollowed = /^\s/u.test(this.text().slice(change.to));
    const text = isFollowed ? change.text.trimEnd() : change.text;
    replaceText(this.field().nativeElement, { ...change, text });
    this.completion.leave();
  }

  protected picked({ emoji, stays }: EmojiPick): void {
    const field = this.field().nativeElement;
    const { selectionStart: from, selectionEnd: to } = field;
    // On a phone the keyboard would come up and take the picker's room.
    if (matchMedia('(pointer: fine)').matches) this.focus();
    replaceText(field, { from, to, text: this.use(emoji) });
    if (!stays) this.isPicking.set(false);
  }

  protected closePicker(): void {
    this.isPicking.set(false);
    this.focus();
  }

  /** Wherever in the form the focus is. */
  protected escaped(event: Event): void {
    if (!this.isPicking()) return;
    event.stopPropagation();
    this.closePicker();
  }

  protected fieldFocused(): void {
    if (matchMedia('(pointer: coarse)').matches) this.isPicking.set(false);
  }

  protected pressed({ target }: Event): void {
    if (this.isPicking() && target instanceof Node && !this.form().nativeElement.contains(target)) {
      this.isPicking.set(false);
    }
  }

  protected submit(): void {
    if (!this.canSend()) return;
    this.completion.leave();
    if (this.purpose().kind === 'edit') return this.save.emit();
    const body = this.text().trim();
    this.text.set('');
    this.draftChange.emit('');
    this.send.emit(body);
    this.focus();
  }

  private do(act: ComposerAct): void {
    switch (act.type) {
      case 'wrap':
        return this.wrap(act.mark);
      case 'point':
        return this.completion.move(act.step);
      case 'take':
        return this.take(this.completion.active());
      case 'closeList':
        return this.completion.close();
      case 'closePicker':
        return this.closePicker();
      case 'dismiss':
        return this.dismiss.emit();
      case 'changeLast':
        return this.changeLast.emit();
      case 'submit':
        return this.submit();
    }
  }

  private wrap(mark: string): void {
    const field = this.field().nativeElement;
    const { value: text, selectionStart: start, selectionEnd: end } = field;
    replaceText(field, wrapSelection({ text, start, end }, mark));
  }

  /** Notes that an emoji is used; returns it in the chosen tone. */
  private use(emoji: Emoji): string {
    this.memory.use(emoji.glyph);
    return inTone(emoji, this.memory.tone());
  }
}

const isPhone = (): boolean => isNarrow() && matchMedia('(pointer: coarse)').matches;
