import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, ChangeDetectionStrategy } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { SessionStore } from '../auth/session-store';
import { anAccount, tellWhoItIs } from '../auth/testing';
import { keepsUnsaved } from './unsaved';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Page {
  text = '';
  hasUnsaved = () => this.text !== '';
  discard = () => (this.text = '');
}

describe('changes that are not saved', () => {
  it('hold nobody where there are none', async () => {
    const { router, leave } = await setUp();
    await leave();
    expect(router.url).toBe('/elsewhere');
  });

  it('are asked about, and stay with who stays', async () => {
    const { router, page, leave, answer } = await setUp();
    page.text = 'half';
    const left = leave();
    await answer('Stay');
    await left;
    expect([router.url, page.text]).toEqual(['/page', 'half']);
  });

  it('are given up by who says so', async () => {
    const { router, page, leave, answer } = await setUp();
    page.text = 'half';
    const left = leave();
    await answer('Discard changes');
    await left;
    expect([router.url, page.text]).toEqual(['/elsewhere', '']);
  });

  it('do not stand in the way of a session that has ended, and are kept', async () => {
    const { router, page, leave } = await setUp();
    page.text = 'half';
    TestBed.inject(SessionStore).ended();
    await leave();
    expect([router.url, page.text]).toEqual(['/elsewhere', 'half']);
  });

  async function setUp() {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'page', component: Page, canDeactivate: [keepsUnsaved] },
          { path: 'elsewhere', component: Page },
        ]),
      ],
    });
    const known = firstValueFrom(TestBed.inject(SessionStore).load());
    tellWhoItIs(TestBed.inject(HttpTestingController), anAccount());
    await known;
    const harness = await RouterTestingHarness.create();
    const page = await harness.navigateByUrl('/page', Page);
    const router = TestBed.inject(Router);
    const answer = async (words: string) => {
      const button = await vi.waitFor(() => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container button')];
        const found = buttons.findLast(({ textContent }) => textContent.trim() === words);
        if (!found) throw new Error(`Nothing says ${words} yet.`);
        return found;
      });
      button.click();
    };
    return { router, page, answer, leave: () => router.navigateByUrl('/elsewhere') };
  }
});
