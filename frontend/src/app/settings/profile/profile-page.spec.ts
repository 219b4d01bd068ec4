import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LIMITS } from '#shared';
import { firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionStore } from '../../auth/session-store';
import { anAccount, aProblem, aUser, tellWhoItIs } from '../../auth/testing';
import { ProfilePage } from './profile-page';

describe('the profile page', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<ProfilePage>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    const known = firstValueFrom(TestBed.inject(SessionStore).load());
    tellWhoItIs(http, anAccount({ user: aUser({ about: 'Product' }) }));
    await known;
    await open();
  });

  it('shows who one is, and offers to save only what was changed', async () => {
    expect([name().value, about().value]).toEqual(['Nora Whitfield', 'Product']);
    expect(save().getAttribute('aria-disabled')).toBe('true');
    await fill(about(), 'Product, and tea');
    expect(save().getAttribute('aria-disabled')).not.toBe('true');
    save().click();
    const request = http.expectOne({ method: 'PATCH', url: '/api/v1/me' });
    expect(request.request.body).toEqual({ about: 'Product, and tea' });
    request.flush(anAccount({ user: aUser({ about: 'Product, and tea' }) }));
    await fixture.whenStable();
    expect(saved()).toBe('Saved');
    expect(fixture.componentInstance.hasUnsaved()).toBe(false);

    await fill(about(), 'Product');
    expect(saved()).toBe('');
  });

  it('says how much room is left, the last sign of it too', async () => {
    await fill(about(), 'a'.repeat(LIMITS.about.max - 2));
    expect(noteOf(about())).toMatch(/ 2 characters left\.$/u);
    await fill(about(), 'a'.repeat(LIMITS.about.max - 1));
    expect(noteOf(about())).toMatch(/ 1 character left\.$/u);
  });

  it('says at the field what the contract asks, and sends nothing', async () => {
    await fill(name(), '  ');
    save().click();
    expect(noteOf(name())).toBe('Your name must not be empty.');
    expect(document.activeElement).toBe(name());
    http.expectNone({ method: 'PATCH' });
  });

  it('says at the field what the server has against it, until it is changed', async () => {
    await fill(name(), 'Nora W');
    save().click();
    http
      .expectOne('/api/v1/me')
      .flush(...aProblem(400, 'validation_failed', [{ path: 'displayName', message: 'is taken' }]));
    await fixture.whenStable();
    expect(noteOf(name())).toBe('Your name is taken.');
    expect(name().value).toBe('Nora W');
    await fill(name(), 'Nora Wh');
    expect(name().getAttribute('aria-invalid')).toBeNull();
  });

  it('keeps what was typed while the rest was on its way, and what could not be sent', async () => {
    await fill(name(), 'Nora W');
    save().click();
    await fill(about(), 'Late');
    http.expectOne('/api/v1/me').flush(anAccount({ user: aUser({ displayName: 'Nora W', about: 'Product' }) }));
    await fixture.whenStable();
    expect([name().value, about().value, saved()]).toEqual(['Nora W', 'Late', '']);

    save().click();
    http.expectOne('/api/v1/me').error(new ProgressEvent('error'));
    await fixture.whenStable();
    expect(page.querySelector('.alert')?.textContent).toContain('cannot be reached');
    expect(about().value).toBe('Late');
  });

  it('keeps its changes through a session that ended, for the same person alone', async () => {
    await fill(about(), 'Half a sentence');
    const session = TestBed.inject(SessionStore);
    session.ended();
    fixture.destroy();
    await signIn(anAccount({ user: aUser({ id: 'u-ada', displayName: 'Ada' }) }));
    await open();
    expect(about().value).toBe('');

    session.ended();
    fixture.destroy();
    await signIn(anAccount({ user: aUser({ about: 'Product' }) }));
    await open();
    expect(about().value).toBe('Half a sentence');
  });

  it('makes the browser ask before changes are left behind', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await fill(about(), 'Half a sentence');
    expect(leave()).toBe(true);
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(ProfilePage);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  }

  async function signIn(account: ReturnType<typeof anAccount>): Promise<void> {
    const entered = firstValueFrom(TestBed.inject(SessionStore).signIn({ username: 'x', password: 'y' }));
    http.expectOne('/api/v1/auth/login').flush(account);
    await entered;
  }

  async function fill(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  const found = <T extends Element>(selector: string, kind: new () => T): T => {
    const element = page.querySelector(selector);
    if (!(element instanceof kind)) throw new Error(`There is no ${selector}.`);
    return element;
  };
  const name = () => found('input[autocomplete="name"]', HTMLInputElement);
  const about = () => found('textarea', HTMLTextAreaElement);
  const save = () => found('button[type="submit"]', HTMLButtonElement);
  const saved = () => found('.saved', HTMLElement).textContent.trim();
  const noteOf = (field: Element) =>
    page.querySelector(`#${field.getAttribute('aria-describedby')}`)?.textContent.trim();
});
