import { countsOf, shownRooms, type LobbyFilter } from './lobby-filter';
import { grace, membership, room } from '../testing/builders';

const NOW = new Date('2026-06-11T12:00:00.000Z');
const ARCHIVED = '2026-06-11T11:00:00.000Z';
const quiet = room({ id: 'quiet', name: 'Release 2.8' });
const unread = room({ id: 'unread', name: 'Retro', me: membership({ unread: 2 }) });
const marked = room({ id: 'marked', name: 'Lunch', me: membership({ markedUnread: true }) });
const mentioning = room({ id: 'mentioning', name: 'On call', me: membership({ unread: 1, mentions: [4] }) });
const archived = room({ id: 'archived', name: 'Old', me: membership({ unread: 5, archivedAt: ARCHIVED }) });
const direct = room({ id: 'direct', kind: 'direct', name: null, peer: grace });
const ALL = [quiet, unread, marked, mentioning, archived, direct];
const shown = (filter: LobbyFilter) => shownRooms(ALL, filter, NOW).map(({ id }) => id);

describe('the filters of the list', () => {
  it.each<[LobbyFilter, string[]]>([
    ['all', ['quiet', 'unread', 'marked', 'mentioning', 'direct']],
    ['unread', ['unread', 'marked', 'mentioning']],
    ['mentions', ['mentioning']],
    ['archived', ['archived']],
  ])('%s', (filter, ids) => {
    expect(shown(filter)).toEqual(ids);
  });

  it('count the conversations that they would show', () => {
    expect(countsOf(ALL, NOW)).toEqual({ unread: 3, mentions: 1, archived: 1 });
  });
});
