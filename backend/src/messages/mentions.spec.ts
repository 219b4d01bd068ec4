import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usernamesIn } from './mentions.js';

const username = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$/);
const before = fc.constantFrom('', ' ', '(', '*', '_', '~', '"', '\n', '¿', '，', 'cc: ', '*_');
const after = fc.constantFrom(
  '',
  ' ',
  ')',
  '.',
  ',',
  '!',
  '*',
  '_',
  '~',
  ':',
  '?',
  '…',
  '’s',
  '. Then',
  '...',
  '_*',
  '-',
);

describe('the usernames that a body mentions', () => {
  it.each([
    ['@ada', ['ada']],
    ['Good morning @Ada, and @ben.', ['ada', 'ben']],
    ['@ada @ADA @ada', ['ada']],
    ['@ada.l and @joan_c and @mary-ann.', ['ada.l', 'joan_c', 'mary-ann']],
    ['(@ada) *@ben* _@joan_', ['ada', 'ben', 'joan']],
    ['@ada,@ben', ['ada', 'ben']],
    ['write to ada@example.org', []],
    ['ada.l+chat@example.org', []],
    ['@ada@social.example', []],
    ['https://social.example/@ada', []],
    ['@@ada', []],
    ['@ad', []],
    [`@${'a'.repeat(33)}`, []],
    ['@adaß', []],
    ['nothing at all', []],
    ['@ ada', []],
  ])('in %j are %j', (body, expected) => {
    expect(usernamesIn(body)).toEqual(expected);
  });

  it('are found whatever ends a sentence or formats it around them', () => {
    fc.assert(
      fc.property(username, before, after, (name, start, end) => {
        expect(usernamesIn(`${start}@${name}${end}`)).toEqual([name]);
      }),
    );
  });

  it('are none of an e-mail address', () => {
    const local = fc.stringMatching(/^[a-z0-9][a-z0-9._+-]{0,10}$/);
    const domain = fc.stringMatching(/^[a-z0-9]{1,8}\.(org|example|co\.uk)$/);
    fc.assert(
      fc.property(local, domain, before, after, (name, host, start, end) => {
        expect(usernamesIn(`${start}${name}@${host}${end}`)).toEqual([]);
      }),
    );
  });

  it('take no longer in a body made to be hard', () => {
    const hostile = [
      '@'.repeat(4_000),
      '@a.'.repeat(1_333),
      `${'_'.repeat(3_999)}@`,
      `@${'a-'.repeat(1_999)}`,
      '@aaa '.repeat(800),
    ];
    const began = process.cpuUsage();
    for (const body of hostile) usernamesIn(body);
    expect(process.cpuUsage(began).user).toBeLessThan(500_000);
  });
});
