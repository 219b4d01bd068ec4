import { inject, Injectable } from '@angular/core';
import { ShortcutKeys } from '../core/shortcut-keys';
import { OpenSheet } from './shortcut-sheet/open-sheet';
import { OpenSwitcher } from './switcher/open-switcher';

/** What the keyboard opens wherever one is. */
@Injectable()
export class ShellKeys {
  constructor() {
    const switcher = inject(OpenSwitcher);
    const sheet = inject(OpenSheet);
    inject(ShortcutKeys).on({ switcher: () => switcher.open(), sheet: () => sheet.open() });
  }
}
