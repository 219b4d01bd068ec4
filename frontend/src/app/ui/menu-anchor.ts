import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { type MatMenu, MatMenuTrigger } from '@angular/material/menu';
import type { MenuCall } from './menu-call';

/**
 * Opens a menu whenever there is a new call for it. So whoever asks needs none of the menu's code, which comes with the
 * first call, or ahead of it. The focus goes back to who asked.
 */
@Component({
  selector: 'parley-menu-anchor',
  imports: [MatMenuTrigger],
  template: `
    <span
      aria-hidden="true"
      [style.left.px]="call()?.left"
      [style.top.px]="call()?.top"
      [style.width.px]="call()?.width"
      [style.height.px]="call()?.height"
      [matMenuTriggerFor]="menu()"
      [matMenuTriggerRestoreFocus]="false"
      (menuClosed)="close()"
    ></span>
  `,
  styles: `
    :host {
      position: absolute;
    }

    span {
      position: fixed;
      pointer-events: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MenuAnchor {
  private readonly injector = inject(Injector);
  private readonly trigger = viewChild.required(MatMenuTrigger);

  readonly menu = input.required<MatMenu>();
  readonly call = input.required<MenuCall | null>();
  /** Whether the focus goes back; not where what was chosen has led it elsewhere. */
  readonly returns = input<() => boolean>(() => true);
  readonly closed = output();

  constructor() {
    effect(() => {
      // The anchor has to stand there before the menu asks where it is.
      if (this.call()) afterNextRender(() => this.trigger().openMenu(), { injector: this.injector });
    });
  }

  protected close(): void {
    if (this.returns()()) this.call()?.opener.focus();
    this.closed.emit();
  }
}
