import { stretches } from './hours-bar';

describe('stretches', () => {
  it('cuts a night in two, at midnight', () => {
    expect(stretches('18:00', '06:00')).toEqual([
      { start: 0, end: 25 },
      { start: 75, end: 100 },
    ]);
  });

  it('leaves a part of the day whole', () => {
    expect(stretches('12:00', '18:00')).toEqual([{ start: 50, end: 75 }]);
  });

  it('ends at midnight without a rest, and covers the day where it ends as it begins', () => {
    expect(stretches('18:00', '00:00')).toEqual([{ start: 75, end: 100 }]);
    expect(stretches('12:00', '12:00')).toEqual([
      { start: 0, end: 50 },
      { start: 50, end: 100 },
    ]);
  });
});
