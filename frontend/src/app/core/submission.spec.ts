import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error';
import { submission } from './submission';

function setUp() {
  const sent: string[] = [];
  const done: string[] = [];
  let answer = new Subject<string>();
  const form = TestBed.runInInjectionContext(() =>
    submission({
      send: (input: string) => {
        sent.push(input);
        answer = new Subject<string>();
        return answer;
      },
      done: (output: string) => void done.push(output),
    }),
  );
  return {
    form,
    sent,
    done,
    succeed: (value: string) => succeed(answer, value),
    fail: (e: unknown) => answer.error(e),
  };
}

function succeed(answer: Subject<string>, value: string): void {
  answer.next(value);
  answer.complete();
}

describe('submission', () => {
  it('drops what is submitted while a request is under way', () => {
    const { form, sent, done, succeed } = setUp();
    form.submit('first');
    form.submit('second');
    expect(form.busy()).toBe(true);
    succeed('made');
    expect({ sent, done, busy: form.busy() }).toEqual({ sent: ['first'], done: ['made'], busy: false });
  });

  it('keeps the reason of a failure until the next submit, and can submit again', () => {
    const { form, done, succeed, fail } = setUp();
    form.submit('first');
    fail(new ApiError('conflict', 'taken', 409));
    expect(form.error()).toMatchObject({ code: 'conflict' });
    expect(form.busy()).toBe(false);

    form.submit('second');
    expect(form.error()).toBeNull();
    succeed('made');
    expect(done).toEqual(['made']);
  });
});
