import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { documentLoader } from '../../../testing/document-loader';
import { ChatStore } from '../../rooms/store/chat-store';
import { PeopleStore } from '../../rooms/people/people-store';
import { grace, message, nora } from '../../rooms/testing/builders';
import { LossQuestionHarness } from '../../ui/loss-question.harness';
import { DeleteMessage } from './delete-message';

const PATH = '/api/v1/rooms/r-1/messages/m-1';

describe('DeleteMessage', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: ChatStore, useValue: { state: signal({ userId: nora.id }) } },
        { provide: PeopleStore, useValue: { nameOf: () => grace.displayName } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  async function ask(given: Parameters<typeof message>[1] = {}) {
    const loader = documentLoader();
    TestBed.inject(DeleteMessage).ask(message(1, { body: 'Ship it', ...given }));
    // The code of the question is fetched first, and that of what is said at the foot of the window.
    return { loader, question: await vi.waitFor(() => loader.getHarness(LossQuestionHarness)) };
  }

  it('shows what goes, and whose it is', async () => {
    const theirs = (await ask()).question;
    expect(await theirs.heading()).toBe('Delete this message?');
    expect(await theirs.notes()).toEqual(['Ship it', expect.stringContaining('It is by Grace Lindqvist')]);
    await theirs.choose('Cancel');
    await vi.waitFor(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
    const own = (await ask({ senderId: nora.id })).question;
    expect(await own.notes()).toEqual(['Ship it', expect.stringContaining('that says you deleted it')]);
    await own.choose('Cancel');
  });

  it('deletes once it is meant', async () => {
    const { question } = await ask();
    await question.choose('Delete for everyone');
    const request = await vi.waitFor(() => http.expectOne(PATH));
    expect(request.request.method).toBe('DELETE');
    request.flush({ message: message(1, { body: '' }) });
  });

  it('deletes nothing where it is not', async () => {
    const { question } = await ask();
    await question.choose('Cancel');
    await vi.waitFor(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
    http.expectNone(PATH);
  });

  it('says that a message is still there, and tries again when asked to', async () => {
    const { loader, question } = await ask();
    await question.choose('Delete for everyone');
    const failing = await vi.waitFor(() => http.expectOne(PATH));
    failing.error(new ProgressEvent('error'));
    const told = await vi.waitFor(() => loader.getHarness(MatSnackBarHarness));
    expect(await told.getMessage()).toContain('The message is still there. The server cannot be reached.');
    expect(await told.getActionDescription()).toBe('Try again');
    await told.dismissWithAction();
    const again = await vi.waitFor(() => http.expectOne(PATH));
    again.flush({ message: message(1, { body: '' }) });
  });
});
