import { Observable, Subject } from 'rxjs';
import type { TabLine } from '../tabs';

/** The other tabs of the browser: says what they say, keeps what they hear, and gives a name away when told to. */
export class FakeTabs {
  private readonly heard = new Map<string, Subject<unknown>>();
  private readonly words = new Map<string, unknown[]>();
  private readonly takers = new Set<() => void>();
  /** Whether another tab has what only one can have. */
  isTaken = false;

  line(name: string): TabLine {
    return {
      heard$: this.lineOf(name),
      say: (word) => this.words.set(name, [...this.said(name), word]),
      close: () => undefined,
    };
  }

  alone(_name: string): Observable<void> {
    return new Observable((taker) => {
      const take = (): void => taker.next();
      if (this.isTaken) this.takers.add(take);
      else take();
      return () => this.takers.delete(take);
    });
  }

  /** Another tab gives up what only one can have. */
  release(): void {
    this.isTaken = false;
    for (const take of [...this.takers]) take();
  }

  hear(name: string, word: unknown): void {
    this.lineOf(name).next(word);
  }

  said(name: string): readonly unknown[] {
    return this.words.get(name) ?? [];
  }

  private lineOf(name: string): Subject<unknown> {
    const line = this.heard.get(name) ?? new Subject();
    this.heard.set(name, line);
    return line;
  }
}
