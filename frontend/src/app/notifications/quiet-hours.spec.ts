import { TestBed } from '@angular/core/testing';
import type { QuietSchedule } from '../core/notification-settings';
import { QuietHours } from './quiet-hours';

const schedule: QuietSchedule = { on: true, days: [1, 2], from: '19:00', to: '08:00' };

describe('QuietHours', () => {
  async function setUp(given: Partial<QuietSchedule> = {}) {
    const fixture = TestBed.createComponent(QuietHours);
    fixture.componentRef.setInput('schedule', { ...schedule, ...given });
    fixture.componentRef.setInput('now', new Date(2026, 5, 11, 12));
    const changes: QuietSchedule[] = [];
    fixture.componentInstance.scheduleChange.subscribe((change) => changes.push(change));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const days = [...element.querySelectorAll('button')];
    const [from] = element.querySelectorAll('input');
    const type = (value: string): void => {
      if (!from) throw new Error('no field');
      from.value = value;
      from.dispatchEvent(new Event('change'));
    };
    return { element, days, changes, from, type };
  }

  it('begins the week on Monday, and says which days are chosen', async () => {
    const { days } = await setUp();
    expect(days.map((day) => day.ariaPressed ?? day.getAttribute('aria-pressed'))).toEqual([
      ...['true', 'true', 'false', 'false', 'false', 'false', 'false'],
    ]);
    expect(days[0]?.getAttribute('aria-label')).toBe('Monday');
    expect(days[6]?.getAttribute('aria-label')).toBe('Sunday');
  });

  it('adds a day and takes one away', async () => {
    const { days, changes } = await setUp();
    days[6]?.click();
    days[0]?.click();
    expect(changes.map((change) => change.days)).toEqual([[1, 2, 0], [2]]);
  });

  it('takes a time, and puts back what was only half typed', async () => {
    const { type, changes, from } = await setUp();
    type('20:30');
    type('');
    expect(changes).toEqual([{ ...schedule, from: '20:30' }]);
    expect(from?.value).toBe('19:00');
  });

  it('says what it means that no day is chosen', async () => {
    const { element } = await setUp({ days: [] });
    expect(element.textContent).toContain('never quiet by itself');
  });
});
