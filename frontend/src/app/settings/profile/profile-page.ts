import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LIMITS, UpdateAccountRequest } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { contractFaults } from '../../core/conforms';
import { errorSentence, fieldSentences } from '../../core/error-text';
import { plural } from '../../core/plural';
import { submission } from '../../core/submission';
import { Icon } from '../../ui/icon';
import { TextField } from '../../ui/text-field';
import { TextInput } from '../../ui/text-input';
import { SettingGroup } from '../setting-group';
import { SettingsPage } from '../settings-page';
import type { HoldsChanges } from '../unsaved';
import { PictureField } from './picture-field';
import { type Profile, ProfileDraft } from './profile-draft';

const LABELS = { displayName: $localize`:@@yourName:Your name`, about: $localize`:@@about:About you` };

/** How the reader shows themselves to everybody here. */
@Component({
  selector: 'parley-profile-page',
  imports: [Icon, MatButton, PictureField, SettingGroup, SettingsPage, TextField, TextInput],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.css',
  host: { '(window:beforeunload)': 'warn($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage implements HoldsChanges {
  private readonly session = inject(SessionStore);
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly draft = inject(ProfileDraft);

  protected readonly labels = LABELS;
  protected readonly user = this.session.user;
  /** Whether what stands in the fields was saved just now. */
  protected readonly isSaved = signal(false);
  private readonly isAsSent = signal(false);
  protected readonly aboutHint = computed(() => {
    const left = LIMITS.about.max - [...this.draft.profile().about.trim()].length;
    return plural(left, {
      one: $localize`:@@aboutHintOne:A line that stands beside your name. 1 character left.`,
      other: $localize`:@@aboutHint:A line that stands beside your name. ${left}:left: characters left.`,
    });
  });

  protected readonly saving = submission({
    send: (request: UpdateAccountRequest) => this.session.update(request),
    done: () => this.settle(),
  });
  /** What the server has against the fields, as long as they are as they were sent. */
  private readonly refusal = computed(() => (this.isAsSent() ? this.saving.error() : null));
  /** What is wrong with each field, as the contract has it, or as the server said of what was sent. */
  protected readonly faults = computed<Partial<Record<keyof Profile, string>>>(() => {
    const refusal = this.refusal();
    return { ...(refusal && fieldSentences(refusal, LABELS)), ...this.ownFaults() };
  });
  /** What the server says that belongs to no field. */
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal && Object.keys(fieldSentences(refusal, LABELS)).length === 0 ? errorSentence(refusal) : '';
  });

  private readonly ownFaults = computed(() =>
    fieldSentences(contractFaults(UpdateAccountRequest, this.draft.changes()), LABELS),
  );

  hasUnsaved(): boolean {
    return this.draft.isChanged();
  }

  discard(): void {
    this.draft.discard();
  }

  protected edit(fields: Partial<Profile>): void {
    this.isSaved.set(false);
    this.isAsSent.set(false);
    this.draft.edit(fields);
  }

  protected save(): void {
    if (Object.keys(this.ownFaults()).length > 0) {
      this.page.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    } else if (this.draft.isChanged()) {
      this.isAsSent.set(true);
      this.saving.submit(this.draft.changes());
    }
  }

  /** What was typed while the rest was on its way is still to be saved. */
  private settle(): void {
    if (this.draft.isChanged()) return;
    this.draft.discard();
    this.isSaved.set(true);
  }

  /** The browser asks before it leaves the page. */
  protected warn(event: BeforeUnloadEvent): void {
    if (this.hasUnsaved()) event.preventDefault();
  }
}
