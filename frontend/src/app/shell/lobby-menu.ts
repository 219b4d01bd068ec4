import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { fetchAhead } from '../core/fetch-ahead';
import { Icon } from '../ui/icon';
import type { MenuCall } from '../ui/menu-call';
import { MenuOpener } from '../ui/menu-opener';
import { LobbyMenuList } from './lobby-menu-list';

/** What else can be done at the list of conversations. On a phone, where the rail has no room for it. */
@Component({
  selector: 'parley-lobby-menu',
  imports: [Icon, LobbyMenuList, MenuOpener],
  template: `
    <button
      type="button"
      class="icon-btn"
      i18n-aria-label="@@moreOptions"
      aria-label="More options"
      [(parleyMenuOpener)]="call"
    >
      <parley-icon name="more" />
    </button>
    @defer (when call()) {
      <parley-lobby-menu-list [call]="call()" (closed)="call.set(null)" />
    }
  `,
  styles: `
    @media (min-width: 720px) {
      :host {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LobbyMenu {
  protected readonly call = signal<MenuCall | null>(null);

  constructor() {
    fetchAhead(() => import('./lobby-menu-list'));
  }
}
