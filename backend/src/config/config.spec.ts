import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Config, ConfigError } from './config.js';

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(Config.read({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      logLevel: 'info',
      secureCookies: false,
    });
  });

  it('counts a variable that is set to nothing as left out', () => {
    expect(Config.read({ PORT: '', PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual(Config.read({}));
  });

  it('reads what is set', () => {
    const config = Config.read({
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/var/lib/parley',
      PUBLIC_URL: 'https://chat.example.org/',
      LOG_LEVEL: 'warn',
      METRICS_TOKEN: 'only-for-the-monitor',
      INSTANCE_NAME: 'chat-1',
    });
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/var/lib/parley',
      publicUrl: 'https://chat.example.org',
      logLevel: 'warn',
      metricsToken: 'only-for-the-monitor',
      instanceName: 'chat-1',
      secureCookies: true,
    });
  });

  it('takes its port into the address where people reach it', () => {
    expect(Config.read({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  });

  it.each([
    ['true', true],
    ['false', false],
    ['2', 2],
    ['loopback, 10.0.0.0/8,2001:db8::/32', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
  ])('trusts the proxies of TRUST_PROXY=%s', (text, expected) => {
    expect(Config.read({ TRUST_PROXY: text }).trustProxy).toEqual(expected);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'chat.example.org'],
    ['PUBLIC_URL', 'ftp://chat.example.org'],
    ['TRUST_PROXY', 'maybe'],
    ['TRUST_PROXY', '10.0.0.0/64'],
    ['LOG_LEVEL', 'loud'],
    ['HOST', ' '],
    ['METRICS_TOKEN', 'short'],
    ['INSTANCE_NAME', 'a'.repeat(65)],
  ])('refuses %s=%s and names it in one line', (name, value) => {
    expect(() => Config.read({ [name]: value })).toThrow(ConfigError);
    expect(() => Config.read({ [name]: value })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });
});
