import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from 'vitest';
import { SignUpPage } from './sign-up-page';
import { aProblem } from './testing';

const REGISTER = '/api/v1/auth/register';

describe('the sign-up page', () => {
  let fixture: ComponentFixture<SignUpPage>;
  let page: HTMLElement;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SignUpPage);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  it('says what the contract asks before it bothers the server', async () => {
    await submit({ displayName: ' ', username: 'n!', password: 'short' });
    expect(notes()).toEqual({
      displayName: 'Your name must not be empty.',
      username: 'Username must have at least 3 characters.',
      password: 'Password must have at least 10 characters.',
    });
    http.expectNone(REGISTER);
  });

  it('says at the field what only the server knows, until it is changed', async () => {
    await submit({ displayName: 'Nora', username: 'nora', password: 'a long enough one' });
    const errors = [{ path: 'username', message: 'is already taken' }];
    http.expectOne(REGISTER).flush(...aProblem(409, 'conflict', errors));
    await fixture.whenStable();
    expect(notes().username).toBe('Username is already taken.');
    expect(page.querySelector('[role="alert"]')?.textContent.trim()).toBe('');

    fill('username', 'nora.w');
    await fixture.whenStable();
    expect(notes().username).toMatch(/^You sign in with it/);
  });

  it('says above the button what belongs to no field', async () => {
    await submit({ displayName: 'Nora', username: 'nora', password: 'a long enough one' });
    http.expectOne(REGISTER).flush(...aProblem(503, 'unavailable'));
    await fixture.whenStable();
    expect(page.querySelector('[role="alert"]')?.textContent.trim()).toBe('The server says no.');
  });

  const field = (name: string) => page.querySelector<HTMLInputElement>(`input[autocomplete="${AUTOCOMPLETE[name]}"]`);

  function fill(name: string, value: string): void {
    const input = field(name);
    if (!input) throw new Error(`There is no field for ${name}.`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
  }

  async function submit(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) fill(name, value);
    page.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await fixture.whenStable();
  }

  function notes(): { displayName?: string; username?: string; password?: string } {
    const noteOf = (name: string) =>
      page.querySelector(`#${field(name)?.getAttribute('aria-describedby')}`)?.textContent.trim();
    return { displayName: noteOf('displayName'), username: noteOf('username'), password: noteOf('password') };
  }
});

const AUTOCOMPLETE: Record<string, string> = { displayName: 'name', username: 'username', password: 'new-password' };
