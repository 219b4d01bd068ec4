import type { ViewPayload } from '#shared';
import { shareReplay } from 'rxjs';
import { inTime } from '../../../testing/in-time';
import { viewReports } from './room-view';

const VIEWS: Record<string, ViewPayload> = {
  a: { roomId: 'r-1', inSight: ['r-1', 'r-2'], visible: true },
  b: { roomId: 'r-2', inSight: ['r-1', 'r-2'], visible: true },
  n: { roomId: null, inSight: [], visible: false },
};

function expectReports(views: string, online: string, reports: string): void {
  inTime(({ cold, hot, expectObservable }) => {
    const view$ = cold(views, VIEWS).pipe(shareReplay({ bufferSize: 1, refCount: false }));
    view$.subscribe();
    expectObservable(viewReports(view$, hot(online, { y: true, n: false }))).toBe(reports, VIEWS);
  });
}

describe('viewReports', () => {
  it('tells what is on the screen once it has settled', () => {
    expectReports('a-b 1s n', 'y', '102ms b 1s n');
  });

  it('says the same thing once', () => {
    expectReports('a 500ms b 10ms a', 'y', '100ms a');
  });

  it('says it again on the next connection, and nothing without one', () => {
    expectReports('a', 'n 199ms y 499ms n 299ms y', '300ms a 799ms a');
  });
});
