import { inject, Injectable } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TabTitle } from './core/tab-title';

/**
 * Names the page in the tab for every route with a title, and leaves that to the page where a route has none (a
 * conversation names itself once its room is loaded).
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly tab = inject(TabTitle);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const page = this.buildTitle(snapshot);
    if (page) this.tab.open(page);
  }
}
