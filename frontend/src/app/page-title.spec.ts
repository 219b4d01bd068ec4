import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from 'vitest';
import { TabTitle } from './core/tab-title';
import { PageTitle } from './page-title';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Page {}

describe('the title of the tab', () => {
  it('names the page, and is left alone where a page names itself', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'people', component: Page, title: 'People' },
          { path: 'rooms/1', component: Page },
        ]),
        { provide: TitleStrategy, useClass: PageTitle },
      ],
    });
    const harness = await RouterTestingHarness.create('/people');
    const title = TestBed.inject(Title);
    expect(title.getTitle()).toBe('People \u00b7 Parley');

    TestBed.inject(TabTitle).open('Release 2.8');
    await harness.navigateByUrl('/rooms/1');
    expect(title.getTitle()).toBe('Release 2.8 \u00b7 Parley');
  });
});
