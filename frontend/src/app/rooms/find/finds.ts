import type { Room, User } from '#shared';
import { faceOf } from '../room-names';
import type { Command } from './command';
import type { FindQuery, FindScope } from './find-query';
import { FIT, matchOf, type Stretch } from './match';

/** What was found: something of the reader's own, somebody to write to, a room to join, or something to do. */
export type FindTarget =
  | { readonly kind: 'conversation'; readonly room: Room }
  | { readonly kind: 'person'; readonly user: User }
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'command'; readonly command: Command };

export interface Find {
  /** Tells finds apart. */
  readonly key: string;
  readonly target: FindTarget;
  readonly title: string;
  /** What of the title was looked for. */
  readonly marks: readonly Stretch[];
  /** The other name by which it was found, as it is shown; empty for the title. */
  readonly alias: string;
}

export interface FindSection {
  readonly kind: FindTarget['kind'] | 'recent';
  readonly finds: readonly Find[];
}

/** What is looked through. */
export interface FindWorld {
  /** The reader's own rooms, newest first. */
  readonly conversations: readonly Room[];
  /** Everybody who is known, without the reader. */
  readonly people: readonly User[];
  /** Public rooms that the reader is not in. */
  readonly rooms: readonly Room[];
  readonly commands: readonly Command[];
  /** The room that is open: nobody wants to jump to where they are. */
  readonly openRoomId: string | null;
  /** How many of a kind show at most, unless the search is narrowed to them. */
  readonly most: number;
}

interface Ranked extends Find {
  /** Above all a `Fit`; another name counts a little less than the title. */
  readonly rank: number;
}

const MOST = 50;
const ALIAS_COSTS = 0.5;

/**
 * What fits a query, best first, in sections: the reader's own conversations, people, rooms to join, things to do. What fits
 * only loosely shows where nothing fits well. Without words it is the recent conversations, or all that the scope holds.
 */
export function findsOf(query: FindQuery, world: FindWorld): readonly FindSection[] {
  const { scope, text } = query;
  const most = scope === 'all' ? world.most : MOST;
  const sections = candidates(scope, text, world).map(({ kind, finds }) => ({
    kind,
    finds: text ? ranked(finds, text) : finds.map((find) => ({ ...find, rank: 0 })),
  }));
  const best = Math.max(0, ...sections.flatMap(({ finds }) => finds.map(({ rank }) => rank)));
  const least = best > FIT.within ? FIT.within : 0;
  return sections
    .map(({ kind, finds }) => ({ kind, finds: finds.filter(({ rank }) => rank >= least).slice(0, most) }))
    .filter(({ finds }) => finds.length > 0);
}

function candidates(scope: FindScope, text: string, world: FindWorld): readonly FindSection[] {
  const own = world.conversations.filter((room) => belongs(room, scope)).map(ownRoom);
  const talkedTo = new Set(world.conversations.flatMap(({ peer }) => peer?.id ?? []));
  const strangers = world.people.filter(({ id }) => !talkedTo.has(id)).map(person);
  if (scope === 'all' && !text) {
    return [{ kind: 'recent', finds: own.filter(({ key }) => key !== world.openRoomId) }];
  }
  const sections: Readonly<Record<FindScope, readonly FindSection['kind'][]>> = {
    all: ['conversation', 'person', 'room', 'command'],
    people: ['conversation', 'person'],
    rooms: ['conversation', 'room'],
    commands: ['command'],
  };
  const finds = {
    recent: [],
    conversation: own,
    person: strangers,
    room: world.rooms.map(publicRoom),
    command: world.commands.map(commandFind),
  };
  return sections[scope].map((kind) => ({ kind, finds: finds[kind] }));
}

const belongs = ({ kind }: Room, scope: FindScope): boolean =>
  scope === 'all' || (scope === 'people' ? kind === 'direct' : kind !== 'direct');

const at = (username: string | undefined): string => (username ? `@${username}` : '');

const ownRoom = (room: Room): Find => ({
  key: room.id,
  target: { kind: 'conversation', room },
  title: faceOf(room).title,
  marks: [],
  alias: at(room.peer?.username),
});

const person = (user: User): Find => ({
  key: user.id,
  target: { kind: 'person', user },
  title: user.displayName,
  marks: [],
  alias: at(user.username),
});

const publicRoom = (room: Room): Find => ({ ...ownRoom(room), target: { kind: 'room', room } });

const commandFind = (command: Command): Find => ({
  key: command.id,
  target: { kind: 'command', command },
  title: command.label,
  marks: [],
  alias: command.alias,
});

/** The finds that fit, best first; what fits alike keeps its order. */
function ranked(finds: readonly Find[], text: string): readonly Ranked[] {
  return finds.flatMap((find) => rankOf(find, text) ?? []).sort((a, b) => b.rank - a.rank);
}

function rankOf(find: Find, text: string): Ranked | null {
  const byTitle = matchOf(find.title, text);
  const byAlias = find.alias ? matchOf(find.alias.replace(/^@/u, ''), text) : null;
  const titleRank = byTitle?.fit ?? 0;
  // Another name is as good as the title, or not meant at all.
  const aliasRank = byAlias && byAlias.fit > FIT.loose ? byAlias.fit - ALIAS_COSTS : 0;
  if (titleRank === 0 && aliasRank === 0) return null;
  if (aliasRank > titleRank) return { ...find, marks: [], rank: aliasRank };
  return { ...find, marks: byTitle?.marks ?? [], alias: '', rank: titleRank };
}
