import { unblockingSteps } from './unblocking';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

describe('unblockingSteps', () => {
  it.each([
    ['Chrome', CHROME, 'open the site settings'],
    ['Edge', `${CHROME} Edg/143.0.0.0`, 'open the site settings'],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'remove “Blocked”'],
    [
      'Safari',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'Safari’s settings',
    ],
  ])('tells the way of %s', (_, userAgent, step) => {
    expect(unblockingSteps(userAgent)).toContain(step);
  });
});
