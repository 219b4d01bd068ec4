import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { Wallpaper } from '../ui/wallpaper';

/** An address that leads nowhere. */
@Component({
  selector: 'parley-not-found-page',
  imports: [EmptyState, MatButton, RouterLink, Wallpaper],
  template: `
    <parley-wallpaper />
    <main>
      <parley-empty-state i18n-heading="@@nothingHere" heading="Nothing lives here" [level]="1">
        <ng-container i18n="@@nothingHereNote">The address may be mistyped, or what it led to has moved.</ng-container>
        <a actions matButton="filled" routerLink="/" i18n="@@goToChats">Go to your chats</a>
      </parley-empty-state>
    </main>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      place-items: center;
      height: 100%;
      background: var(--chat);
      --counter: var(--chat);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
