import { describe, expect, it } from 'vitest';
import { initials } from './initials';

describe('initials', () => {
  it.each([
    ['Nora Whitfield', 'NW'],
    ['nora', 'N'],
    ['Ana Maria de Souza', 'AS'],
    ['Release 2.8', 'R2'],
    ['Hiring: backend', 'HB'],
    ['grace.lindqvist', 'GL'],
    ['  Jean-Luc  ', 'JL'],
    ['李 小龍', '李小'],
    ['👩‍🚀 Ada Okafor', 'AO'],
    ['*', '*'],
    ['', '?'],
  ])('of "%s" are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
