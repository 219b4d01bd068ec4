import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authGuard } from './auth-guard';
import { guestGuard } from './guest-guard';
import { SessionRedirect } from './session-redirect';
import { SessionStore } from './session-store';
import { anAccount, tellWhoItIs } from './testing';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Page {}

describe('the guards of the door', () => {
  let http: HttpTestingController;
  let router: Router;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'sign-in', component: Page, canActivate: [guestGuard] },
          {
            path: '',
            canActivate: [authGuard],
            children: [
              { path: '', component: Page },
              { path: 'rooms/:id', component: Page },
            ],
          },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    router = TestBed.inject(Router);
  });

  it('send a visitor to sign in, with the way back', async () => {
    await visit('/rooms/42?at=7', 'signed-out');
    expect(router.url).toBe('/sign-in?next=%2Frooms%2F42%3Fat%3D7');
  });

  it('spare a visitor of the start the way back', async () => {
    await visit('/', 'signed-out');
    expect(router.url).toBe('/sign-in');
  });

  it('let the signed-in pass', async () => {
    await visit('/rooms/42', 'signed-in');
    expect(router.url).toBe('/rooms/42');
  });

  it('lead the signed-in from the door to where they were going', async () => {
    await visit('/sign-in?next=%2Frooms%2F42', 'signed-in');
    expect(router.url).toBe('/rooms/42');
  });

  it('lead nobody off this origin', async () => {
    await visit('/sign-in?next=%2F%2Fevil.example', 'signed-in');
    expect(router.url).toBe('/');
  });

  it('bring whose session has ended to the door, with the way back', async () => {
    TestBed.inject(SessionRedirect);
    await visit('/rooms/42', 'signed-in');
    TestBed.inject(SessionStore).ended();
    await vi.waitFor(() => expect(router.url).toBe('/sign-in?next=%2Frooms%2F42'));
  });

  async function visit(url: string, status: 'signed-in' | 'signed-out'): Promise<void> {
    const harness = await RouterTestingHarness.create();
    const arrived = harness.navigateByUrl(url);
    await vi.waitFor(() => tellWhoItIs(http, status === 'signed-in' ? anAccount() : null));
    await arrived;
  }
});
