import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';
import { Badge } from './badge';

describe('a badge', () => {
  it.each([
    [1, '1', '1 unread'],
    [99, '99', '99 unread'],
    [1284, '99+', '1284 unread'],
  ])('of %i shows "%s" and says "%s"', async (count, shown, said) => {
    const badge = await setUp(count);
    expect(badge.hidden).toBe(false);
    expect([...badge.children].map(({ textContent }) => textContent)).toEqual([shown, said]);
  });

  it('of nothing is not there', async () => {
    expect((await setUp(0)).hidden).toBe(true);
  });

  async function setUp(count: number): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(Badge);
    fixture.componentRef.setInput('count', count);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }
});
