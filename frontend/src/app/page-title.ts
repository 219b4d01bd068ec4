import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/**
 * Writes "<page> · Parley" into the tab for every route with a title, and leaves the tab to
 * the page where a route has none (a conversation names itself once its room is loaded).
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const page = this.buildTitle(snapshot);
    if (page) this.title.setTitle(`${page} \u00b7 Parley`);
  }
}
