import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { CodeBlock } from './code-block';

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');

describe('CodeBlock', () => {
  let copied: string[];

  function render(text: string, language: string | null = null) {
    const fixture = TestBed.createComponent(CodeBlock);
    fixture.componentRef.setInput('text', text);
    fixture.componentRef.setInput('language', language);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const click = (selector: string): void => {
      element.querySelector<HTMLButtonElement>(selector)?.click();
      fixture.detectChanges();
    };
    return { element, click, code: () => element.querySelector('code')?.textContent };
  }

  beforeEach(() => {
    copied = [];
    const copy = (text: string): boolean => copied.push(text) > 0;
    TestBed.configureTestingModule({ providers: [{ provide: Clipboard, useValue: { copy } }] });
  });

  it('says its language and how long it is', () => {
    expect(render(lines(3), 'ts').element.querySelector('figcaption span')?.textContent.trim()).toMatch(
      /^ts\s*,\s+3 lines$/u,
    );
    expect(render('a').element.querySelector('figcaption span')?.textContent.trim()).toBe('1 line');
  });

  it('shows twelve lines, and of more than that four until it is opened', () => {
    expect(render(lines(12)).code()).toBe(lines(12));
    const { element, click, code } = render(lines(13));
    expect(code()).toBe(lines(4));
    expect(element.querySelector('.more')?.textContent.trim()).toBe('Show 9 more lines');
    click('.more');
    expect(code()).toBe(lines(13));
    click('.more');
    expect(code()).toBe(lines(4));
  });

  it('copies all of it, folded or not, and says so for a while', () => {
    vi.useFakeTimers();
    const { element, click } = render(lines(30));
    click('.copy');
    expect(copied).toEqual([lines(30)]);
    expect(element.querySelector('.copy')?.textContent.trim()).toBe('Copied');
    vi.advanceTimersByTime(2_000);
    TestBed.tick();
    expect(element.querySelector('.copy')?.textContent.trim()).toBe('Copy');
    vi.useRealTimers();
  });
});
