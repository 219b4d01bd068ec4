import { matchingPeople } from './matching-people';
import type { Mentionable } from './suggestion';

const person = (displayName: string, username = displayName.toLowerCase().replace(/\W+/gu, '.')): Mentionable => ({
  id: username,
  username,
  displayName,
  picture: null,
  online: false,
});

const PEOPLE = [person('Tom Hartley'), person('Nora Whitfield'), person('René Thomas', 'rene'), person('Ada', 'tess')];
const names = (query: string, userId = '') =>
  matchingPeople(PEOPLE, query, userId).map(({ displayName }) => displayName);

describe('the people that a query may mean', () => {
  it('are all, by name, before anything is typed, and the reader is the last', () => {
    expect(names('', 'nora.whitfield')).toEqual(['Ada', 'René Thomas', 'Tom Hartley', 'Nora Whitfield']);
  });

  it('begin with it: the whole name or the username before a further name', () => {
    expect(names('t')).toEqual(['Ada', 'Tom Hartley', 'René Thomas']);
    expect(names('tho')).toEqual(['René Thomas']);
  });

  it('are found whatever the case and the accents', () => {
    expect(names('RENE')).toEqual(['René Thomas']);
    expect(names('rené')).toEqual(['René Thomas']);
  });

  it('are none once the only one is named', () => {
    expect(names('tess')).toEqual([]);
  });

  it('are none where nobody begins so', () => {
    expect(names('omas')).toEqual([]);
  });

  it('are no more than a look can take in', () => {
    const many = Array.from({ length: 50 }, (_, at) => person(`Person ${at}`));
    expect(matchingPeople(many, 'person', '')).toHaveLength(8);
  });
});
