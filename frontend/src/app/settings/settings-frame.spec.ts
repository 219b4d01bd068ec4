import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, ChangeDetectionStrategy } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SECTIONS } from './sections';
import { settingsRoutes } from './settings.routes';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Elsewhere {}

describe('the frame of the settings', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('has a route for each page of its list', async () => {
    const { list } = await open('/settings/account', { wide: true });
    const paths = (settingsRoutes[0]?.children ?? []).map(({ path }) => path);
    for (const section of SECTIONS) expect(paths).toContain(section.path);
    expect([...list.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual(
      SECTIONS.map(({ path }) => `/settings/${path}`),
    );
    expect(list.querySelector('[aria-current="page"]')?.textContent.trim()).toBe('Account');
  });

  it('opens its first page where there is room beside the list', async () => {
    const { router } = await open('/settings', { wide: true });
    expect(router.url).toBe(`/settings/${SECTIONS[0]?.path}`);
  });

  it('stays at the list on a phone', async () => {
    const { router, list } = await open('/settings', { wide: false });
    expect(router.url).toBe('/settings');
    expect(list.querySelector('parley-settings-frame')?.classList).toContain('at-list');
  });

  async function open(path: string, { wide }: { wide: boolean }) {
    vi.stubGlobal('matchMedia', () => ({ matches: !wide }));
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: '', pathMatch: 'full', component: Elsewhere },
          { path: 'settings', children: settingsRoutes },
        ]),
      ],
    });
    const harness = await RouterTestingHarness.create(path);
    return { router: TestBed.inject(Router), list: harness.fixture.nativeElement as HTMLElement };
  }
});
