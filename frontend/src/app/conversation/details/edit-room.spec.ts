import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Room } from '#shared';
import { room } from '../../rooms/testing/builders';
import { EditRoom } from './edit-room';

describe('EditRoom', () => {
  let fixture: ComponentFixture<EditRoom>;

  const fields = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')];
  const values = () => fields().map(({ value }) => value);
  const type = (index: number, text: string): void => {
    const field = fields()[index] as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const becomes = async (change: Partial<Room>): Promise<void> => {
    fixture.componentRef.setInput('room', room({ name: 'Release 2.8', topic: 'The last mile', ...change }));
    await fixture.whenStable();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    fixture = TestBed.createComponent(EditRoom);
    await becomes({});
  });

  it('starts from what the room is called', () => {
    expect(values()).toEqual(['Release 2.8', 'The last mile']);
  });

  it('keeps what is typed when something happens in the room', async () => {
    type(0, 'Release 2.9');
    await becomes({ lastSeq: 8, rev: 9 });
    expect(values()).toEqual(['Release 2.9', 'The last mile']);
    await becomes({ name: 'Renamed by Grace', topic: 'Another topic', rev: 10 });
    expect(values()).toEqual(['Release 2.9', 'Another topic']);
  });

  it('saves what was typed, and leaves the other as it is by now', async () => {
    type(0, 'Release 2.9');
    await becomes({ topic: 'Another topic', rev: 10 });
    const saving = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].at(-1);
    saving?.click();
    const sent = TestBed.inject(HttpTestingController).expectOne('/api/v1/rooms/r-1');
    expect(sent.request.body).toEqual({ name: 'Release 2.9', topic: 'Another topic' });
  });
});
