import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInPage } from './sign-in-page';
import { aProblem, anAccount } from './testing';

const LOGIN = '/api/v1/auth/login';

describe('the sign-in page', () => {
  let fixture: ComponentFixture<SignInPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SignInPage);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  });

  it('says at the fields what is missing, and goes to the first', async () => {
    await submit();
    expect(noteOf('Username')).toBe('Enter your username.');
    expect(noteOf('Password')).toBe('Enter your password.');
    expect(document.activeElement).toBe(field('Username'));
    http.expectNone(LOGIN);
  });

  it('signs in and goes on to where the person was going', async () => {
    const goOn = vi.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    fixture.componentRef.setInput('next', '/rooms/42');
    fill('nora', 'correct horse');
    await submit();
    const login = http.expectOne(LOGIN);
    expect(login.request.body).toEqual({ username: 'nora', password: 'correct horse' });
    login.flush(anAccount());
    expect(goOn).toHaveBeenCalledExactlyOnceWith('/rooms/42');
  });

  it('sends one request however often the button is pressed', async () => {
    fill('nora', 'correct horse');
    await submit();
    await submit();
    http.expectOne(LOGIN);
  });

  it('says that a password is wrong, and offers it for another try', async () => {
    fill('nora', 'wrong');
    await submit();
    http.expectOne(LOGIN).flush(...aProblem(401, 'unauthenticated'));
    await fixture.whenStable();
    expect(alert()).toBe('Username and password do not match. Check both and try again.');
    expect(document.activeElement).toBe(field('Password'));
  });

  it('says that the server cannot be reached', async () => {
    fill('nora', 'correct horse');
    await submit();
    http.expectOne(LOGIN).error(new ProgressEvent('error'));
    await fixture.whenStable();
    expect(alert()).toBe('The server cannot be reached. Check your connection and try again.');
  });

  it('shows the password when asked to', async () => {
    const show = page.querySelector<HTMLButtonElement>('button[aria-label="Show password"]');
    expect(field('Password').type).toBe('password');
    show?.click();
    await fixture.whenStable();
    expect(field('Password').type).toBe('text');
    expect(show?.getAttribute('aria-pressed')).toBe('true');
  });

  function field(label: string): HTMLInputElement {
    const labels = [...page.querySelectorAll('label')];
    const id = labels.find(({ textContent }) => textContent.trim() === label)?.htmlFor;
    const input = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(`There is no field "${label}".`);
    return input;
  }

  function noteOf(label: string): string | undefined {
    return page.querySelector(`#${field(label).getAttribute('aria-describedby')}`)?.textContent.trim();
  }

  function fill(username: string, password: string): void {
    for (const [label, value] of Object.entries({ Username: username, Password: password })) {
      field(label).value = value;
      field(label).dispatchEvent(new Event('input'));
    }
  }

  async function submit(): Promise<void> {
    page.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await fixture.whenStable();
  }

  const alert = (): string | undefined => page.querySelector('[role="alert"]')?.textContent.trim();
});
