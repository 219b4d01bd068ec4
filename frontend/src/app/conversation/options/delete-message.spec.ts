import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { of } from 'rxjs';
import { message } from '../../rooms/testing/builders';
import { DeleteMessage } from './delete-message';

const PATH = '/api/v1/rooms/r-1/messages/m-1';

describe('DeleteMessage', () => {
  let answer: boolean | undefined;
  const open = vi.fn(() => ({ afterClosed: () => of(answer) }));
  let http: HttpTestingController;

  const ask = async (): Promise<void> => {
    open.mockClear();
    TestBed.inject(DeleteMessage).ask(message(1));
    await vi.waitFor(() => expect(open).toHaveBeenCalled());
  };
  const told = () => document.querySelector('mat-snack-bar-container');

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: MatDialog, useValue: { open } }],
    });
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => http.verify());

  it('deletes once it is meant', async () => {
    answer = true;
    await ask();
    const request = await vi.waitFor(() => http.expectOne(PATH));
    expect(request.request.method).toBe('DELETE');
    request.flush({ message: message(1, { body: '' }) });
  });

  it('deletes nothing where it is not', async () => {
    answer = undefined;
    await ask();
    http.expectNone(PATH);
  });

  it('says that a message is still there, and tries again when asked to', async () => {
    answer = true;
    await ask();
    const failing = await vi.waitFor(() => http.expectOne(PATH));
    failing.error(new ProgressEvent('error'));
    await vi.waitFor(() =>
      expect(told()?.textContent).toContain('The message is still there. The server cannot be reached.'),
    );
    told()?.querySelector('button')?.click();
    const again = await vi.waitFor(() => http.expectOne(PATH));
    again.flush({ message: message(1, { body: '' }) });
  });
});
