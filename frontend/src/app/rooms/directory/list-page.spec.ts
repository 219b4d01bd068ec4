import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ListPage, ListRow } from './list-page';
import type { PagedSearch } from './paged-search';

interface Item {
  readonly id: string;
}

@Component({
  selector: 'parley-some-list',
  imports: [ListPage, ListRow],
  template: `
    <parley-list-page
      heading="Rooms"
      lead=""
      searchLabel="Search rooms"
      noMatch="No room matches."
      nothingYet="There are no rooms yet."
      [list]="list"
      [items]="list.items()"
      [error]="null"
    >
      <ng-template [parleyListRow]="list.items()" let-item>{{ item.id }}</ng-template>
    </parley-list-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class SomeList {
  readonly problem = signal('');
  readonly query = signal('');
  readonly items = signal<readonly Item[]>([]);
  reloads = 0;
  readonly list: PagedSearch<Item> = {
    items: this.items,
    query: this.query,
    loading: signal(false),
    hasMore: signal(false),
    problem: this.problem,
    search: () => undefined,
    more: () => undefined,
    reload: () => (this.reloads += 1),
  };
}

describe('a page with a list', () => {
  const setUp = () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(SomeList);
    fixture.detectChanges();
    const list = (fixture.nativeElement as HTMLElement).querySelector('ul') as HTMLElement;
    return { fixture, list, page: fixture.componentInstance };
  };
  const roles = (list: HTMLElement) => [...list.children].map((item) => item.getAttribute('role'));

  it('says in an item of the list that there is nothing, or nothing that matches', () => {
    const { fixture, list, page } = setUp();
    expect(list.querySelector('li [role="status"]')?.textContent).toBe('There are no rooms yet.');
    page.query.set('harbour');
    fixture.detectChanges();
    expect(list.querySelector('li [role="status"]')?.textContent).toBe('No room matches.');
    expect(roles(list)).toEqual([null]);
  });

  it('says in an item of the list why it is empty, and asks again', () => {
    const { fixture, list, page } = setUp();
    page.problem.set('The server cannot be reached.');
    fixture.detectChanges();
    expect(list.querySelector('li [role="alert"]')?.textContent).toBe('The server cannot be reached.');
    expect(roles(list)).toEqual([null]);
    list.querySelector('button')?.click();
    expect(page.reloads).toBe(1);
  });
});
