import { trueHost } from './true-host';

const of = (address: string): string | null => trueHost(address, new URL(address));

describe('the host to which an address leads', () => {
  it.each([
    'https://example.org/a@b',
    'HTTPS://Example.ORG',
    'https://example.org:8443/x',
    'https://m\u00fcnchen.de/stadt',
    'https://caf\u00e9.example',
    'https://\u65e5\u672c\u8a9e.jp',
    'https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/a',
    'https://xn--mnchen-3ya.de',
    'http://[::1]:3000/',
    'http://127.0.0.1:3000/',
  ])('is what %s says', (address) => {
    expect(of(address)).toBeNull();
  });

  it.each([
    ['https://\u0430pple.com', 'xn--pple-43d.com'],
    ['https://\u0430\u0440\u0440\u04cf\u0435.com/id', 'xn--80ak6aa92e.com'],
    ['https://example.org@evil.example/login', 'evil.example'],
    ['https://example.org:443@evil.example', 'evil.example'],
    ['https://example.org\u2215login.evil.example', new URL('https://example.org\u2215login.evil.example').host],
    ['http://2130706433/admin', '127.0.0.1'],
    ['http://ex%61mple.org', 'example.org'],
    ['https://\u0131nstagram.com', 'xn--nstagram-skb.com'],
  ])('is told where %s may be read otherwise', (address, host) => {
    expect(of(address)).toBe(host);
  });
});
