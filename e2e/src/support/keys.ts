import { expect, type Locator, type Page } from '@playwright/test';

/** More than anybody would press a key to come anywhere. */
const MOST_STOPS = 40;

/** The hands of somebody who has no mouse, and sees at every stop where they are. */
export class Keys {
  constructor(private readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes on, stop by stop, until this one. */
  async goTo(stop: Locator, key = 'Tab'): Promise<void> {
    await stop.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await this.press(key);
      await this.expectSeen();
      if (await stop.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${key} does not lead to ${stop.toString()}`);
  }

  /** Waits until this has the focus, where one can see it. */
  async expectAt(stop: Locator): Promise<void> {
    await expect(stop).toBeFocused();
    await this.expectSeen();
  }

  private async expectSeen(): Promise<void> {
    await expect.poll(() => this.page.evaluate(unseenFocus)).toBe('');
  }
}

/** What has the focus, unless there is a ring around it, around what stands in it, or around the field that it stands in. */
function unseenFocus(): string {
  const focused = document.activeElement;
  if (!focused) return 'nothing';
  const isRinged = (element: Element): boolean =>
    [null, '::before', '::after'].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow.endsWith(' 2px inset');
    });
  const around = [focused, ...Array.from(focused.children)];
  for (let outer = focused.parentElement, steps = 0; outer && steps < 3; outer = outer.parentElement, steps++) {
    around.push(outer);
  }
  return focused.matches(':focus-visible') && around.some(isRinged) ? '' : focused.outerHTML;
}
