import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import { Today } from '../../rooms/today';
import { DayJump } from './day-jump';

describe('DayJump', () => {
  let dialog: HTMLElement;
  let days: string[];
  let firsts: number;

  const press = (name: string): void =>
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)?.click();

  beforeEach(() => {
    [days, firsts] = [[], 0];
    TestBed.configureTestingModule({
      providers: [{ provide: Today, useValue: { now: () => new Date(2026, 2, 1, 12) } }],
    });
    const fixture = TestBed.createComponent(DayJump);
    fixture.componentRef.setInput('origin', document.body);
    fixture.componentRef.setInput('day', '2026-02-03');
    fixture.componentInstance.chosen.subscribe((day) => days.push(day));
    fixture.componentInstance.first.subscribe(() => (firsts += 1));
    fixture.detectChanges();
    dialog = TestBed.inject(OverlayContainer).getContainerElement();
  });

  it('leads to today, to yesterday, and to the first message', () => {
    press('Today');
    press('Yesterday');
    press('First message');
    expect(days).toEqual(['2026-03-01', '2026-02-28']);
    expect(firsts).toBe(1);
  });

  it('begins with the day in view, knows no day to come, and leads to any other', () => {
    const input = dialog.querySelector('input') as HTMLInputElement;
    expect([input.value, input.max]).toEqual(['2026-02-03', '2026-03-01']);
    input.value = '2025-12-24';
    press('Go there');
    expect(days).toEqual(['2025-12-24']);
  });
});
