import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, contentChild, Directive, inject, input, TemplateRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ApiError } from '../../core/api-error';
import { errorSentence } from '../../core/error-text';
import { Icon } from '../../ui/icon';
import { SearchField } from '../../ui/search-field';
import { SkeletonRows } from '../../ui/skeleton-rows';
import type { PagedSearch } from './paged-search';

/** How one item of a list page looks: `<ng-template [parleyListRow]="items()" let-item>`. */
@Directive({ selector: 'ng-template[parleyListRow]' })
export class ListRow<T> {
  /** The items: they say what `let-item` is. */
  readonly items = input.required<readonly T[]>({ alias: 'parleyListRow' });
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T>(_row: ListRow<T>, _context: unknown): _context is { $implicit: T } {
    return true;
  }
}

/** A page with a search field over a list of the server's. What is given with `actions` stands in its head. */
@Component({
  selector: 'parley-list-page',
  imports: [Icon, MatButton, NgTemplateOutlet, RouterLink, SearchField, SkeletonRows],
  templateUrl: './list-page.html',
  styleUrl: './list-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListPage<T extends { readonly id: string }> {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  readonly searchLabel = input.required<string>();
  readonly list = input.required<PagedSearch<T>>();
  /** Those of the list that show. */
  readonly items = input.required<readonly T[]>();
  /** Why what was asked for with an item did not happen. */
  readonly error = input.required<ApiError | null>();
  /** What stands there where a search finds nothing, and where there is nothing to search. */
  readonly noMatch = input.required<string>();
  readonly nothingYet = input.required<string>();

  protected readonly row = contentChild.required<ListRow<T>>(ListRow);
  protected readonly errorSentence = errorSentence;
}
