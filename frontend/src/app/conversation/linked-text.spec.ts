import { TestBed } from '@angular/core/testing';
import { LinkedText } from './linked-text';

function render(body: string): HTMLElement {
  const fixture = TestBed.createComponent(LinkedText);
  fixture.componentRef.setInput('body', body);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('LinkedText', () => {
  it('shows the text to the letter, white space and all', () => {
    const body = '  Two spaces,\na line, www.example.org, and <b>no markup</b>.';
    expect(render(body).textContent).toBe(body);
  });

  it('makes a link that opens elsewhere and learns nothing of this page', () => {
    const link = render('See https://example.org/a.').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer');
  });

  it('renders no element but its own', () => {
    expect(render('<img src=x onerror=alert(1)>').querySelector('img')).toBeNull();
  });
});
