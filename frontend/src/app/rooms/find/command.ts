import { InjectionToken, type Signal } from '@angular/core';
import type { ShortcutId } from '../../core/shortcuts';
import type { IconName } from '../../ui/icons';

/** Something to do, or a page to go to, that can be found by its name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words that somebody might look for. */
  readonly alias: string;
  readonly icon: IconName;
  readonly shortcut?: ShortcutId;
  run(): void;
}

/** What can be done, where a search finds that too. */
export const COMMANDS = new InjectionToken<Signal<readonly Command[]>>('what a search offers to do');
