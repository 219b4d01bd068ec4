import { presenceLabel } from './presence-label';

const NOW = new Date(2026, 5, 11, 14, 30);
const seen = (at: Date) => presenceLabel({ online: false, lastSeenAt: at.toISOString() }, NOW);

describe('presenceLabel', () => {
  it('says who is there, whenever they were seen before', () => {
    expect(presenceLabel({ online: true, lastSeenAt: '2020-01-01T00:00:00.000Z' }, NOW)).toBe('Online');
  });

  it('says when somebody was last there, by the day', () => {
    expect(seen(new Date(2026, 5, 11, 14, 5))).toMatch(/^Last seen today at (14:05|2:05.PM)$/);
    expect(seen(new Date(2026, 5, 10, 14, 5))).toMatch(/^Last seen yesterday at /);
    expect(seen(new Date(2026, 5, 8, 14, 5))).toMatch(/^Last seen Monday at /);
    expect(seen(new Date(2026, 4, 2, 14, 5))).toMatch(/^Last seen Saturday.*May.* at /);
  });

  it('says nothing where nothing is known or shown', () => {
    expect(presenceLabel(null, NOW)).toBe('');
    expect(presenceLabel({ online: false, lastSeenAt: null }, NOW)).toBe('');
  });
});
