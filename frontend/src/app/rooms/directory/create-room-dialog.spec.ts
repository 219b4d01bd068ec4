import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideRouter, Router } from '@angular/router';
import type { CreateRoomRequest, Room } from '#shared';
import { of, throwError, type Observable } from 'rxjs';
import { ApiError } from '../../core/api-error';
import { ChatStore } from '../store/chat-store';
import { CreateRoomDialog } from './create-room-dialog';
import { RoomsApi } from '../store/rooms-api';
import { room } from '../testing/builders';

describe('the dialog that makes a room', () => {
  const create = vi.fn<(request: CreateRoomRequest) => Observable<Room>>();
  const close = vi.fn();
  const adopt = vi.fn();

  beforeEach(() => [create, close, adopt].forEach((each) => each.mockReset()));

  async function open() {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: RoomsApi, useValue: { create } },
        { provide: ChatStore, useValue: { adopt } },
        { provide: MatDialogRef, useValue: { close } },
      ],
    });
    const fixture = TestBed.createComponent(CreateRoomDialog);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const element = fixture.nativeElement as HTMLElement;
    const submit = await loader.getHarness(MatButtonHarness.with({ text: 'Create room' }));
    const field = (label: string) => {
      const named = [...element.querySelectorAll('label')].find(({ textContent }) => textContent.includes(label));
      return named?.control as HTMLInputElement | null;
    };
    const fill = (label: string, text: string): void => {
      const input = field(label);
      if (!input) throw new Error(`no field ${label}`);
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    const noteOf = (label: string) =>
      element.querySelector(`#${field(label)?.getAttribute('aria-describedby') ?? ''}`)?.textContent.trim();
    return { element, submit, field, fill, noteOf };
  }

  it('says at the field what the contract asks, and sends nothing', async () => {
    const dialog = await open();
    expect(dialog.noteOf('Topic')).toBe('What it is for, in a line. You can leave it out.');
    await dialog.submit.click();
    expect(dialog.noteOf('Name')).toBe('Name must not be empty.');
    expect(create).not.toHaveBeenCalled();
  });

  it('makes the room, closes, and opens it', async () => {
    const made = room({ id: 'r-new' });
    create.mockReturnValue(of(made));
    const dialog = await open();
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    dialog.fill('Name', 'Release 2.9');
    dialog.field('Private')?.click();
    await dialog.submit.click();
    expect(create).toHaveBeenCalledExactlyOnceWith({ name: 'Release 2.9', kind: 'private' });
    expect(close).toHaveBeenCalledOnce();
    expect(adopt).toHaveBeenCalledExactlyOnceWith(made);
    expect(navigate).toHaveBeenCalledExactlyOnceWith(['/rooms', 'r-new']);
  });

  it('says at the field what the server has against it, and stays open', async () => {
    const errors = [{ path: 'name', message: 'is already taken' }];
    create.mockReturnValue(throwError(() => new ApiError('validation_failed', 'invalid', 400, errors)));
    const dialog = await open();
    dialog.fill('Name', 'Release 2.8');
    await dialog.submit.click();
    expect(dialog.noteOf('Name')).toBe('Name is already taken.');
    expect(dialog.element.querySelector('[role="alert"]')?.textContent).toBe('');
    expect(close).not.toHaveBeenCalled();
  });

  it('says what belongs to no field in a sentence of its own', async () => {
    create.mockReturnValue(throwError(() => new ApiError('forbidden', 'you may not make rooms', 403)));
    const dialog = await open();
    dialog.fill('Name', 'Release 2.8');
    await dialog.submit.click();
    expect(dialog.element.querySelector('[role="alert"]')?.textContent).toBe('You may not make rooms.');
  });
});
