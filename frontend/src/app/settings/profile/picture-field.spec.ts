import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom, of } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionStore } from '../../auth/session-store';
import { anAccount, aProblem, aUser, tellWhoItIs } from '../../auth/testing';
import { CropDialog } from './crop-dialog';
import { PictureField } from './picture-field';

const PICTURE = '/api/v1/avatars/1';

describe("the field of one's picture", () => {
  afterEach(() => vi.unstubAllGlobals());

  it('opens what is chosen, dropped or pasted, to be cropped', async () => {
    const { field, opened, settled } = await setUp();
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 4, height: 4, close: () => undefined }));
    const file = new File(['x'], 'me.png', { type: 'image/png' });

    field.dispatchEvent(bringing('drop', 'dataTransfer', file));
    await settled();
    document.dispatchEvent(bringing('paste', 'clipboardData', file));
    await settled();
    expect(opened.mock.calls.map(([component]) => component)).toEqual([CropDialog, CropDialog]);
  });

  it('says so when a file is no picture, and opens nothing', async () => {
    const { field, opened, settled } = await setUp();
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no', 'InvalidStateError')));
    field.dispatchEvent(bringing('drop', 'dataTransfer', new File(['x'], 'notes.pdf')));
    await settled();
    expect(field.querySelector('[role="alert"]')?.textContent).toContain('no picture that the browser can read');
    expect(opened).not.toHaveBeenCalled();
  });

  it('leaves pasted text alone', async () => {
    const { opened } = await setUp();
    const event = bringing('paste', 'clipboardData', new File(['x'], 'a.txt', { type: 'text/plain' }));
    document.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(opened).not.toHaveBeenCalled();
  });

  it('takes a picture away, or says why not', async () => {
    const { field, http, settled } = await setUp(PICTURE);
    const remove = () => field.querySelector<HTMLButtonElement>('.remove');
    remove()?.click();
    http.expectOne({ method: 'DELETE', url: '/api/v1/me/avatar' }).flush(...aProblem(503, 'unavailable'));
    await settled();
    expect(field.querySelector('[role="alert"]')?.textContent).toBe('The server says no.');
    remove()?.click();
    http.expectOne({ method: 'DELETE', url: '/api/v1/me/avatar' }).flush(anAccount());
    await settled();
    expect(remove()).toBeNull();
    expect(field.querySelector('[role="status"]')?.textContent).toBe('Your picture is removed.');
  });

  async function setUp(avatarUrl: string | null = null) {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const http = TestBed.inject(HttpTestingController);
    const known = firstValueFrom(TestBed.inject(SessionStore).load());
    tellWhoItIs(http, anAccount({ user: aUser({ avatarUrl }) }));
    await known;
    const fixture = TestBed.createComponent(PictureField);
    await fixture.whenStable();
    const opened = vi.spyOn(TestBed.inject(MatDialog), 'open').mockReturnValue({
      afterClosed: () => of(undefined),
    } as unknown as ReturnType<MatDialog['open']>);
    const settled = async () => {
      await Promise.resolve();
      await fixture.whenStable();
    };
    return { field: fixture.nativeElement as HTMLElement, http, opened, settled };
  }

  /** jsdom knows neither drag nor clipboard events: an event with the files where the browser has them. */
  const bringing = (type: string, where: string, file: File): Event =>
    Object.assign(new Event(type, { cancelable: true, bubbles: true }), {
      [where]: { files: [file], types: ['Files'] },
    });
});
