import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Roster, type Mode } from './roster.js';

const INSTANCES = ['one', 'two', 'three'];
const USERS = ['ada', 'ben', 'cleo'];
const mode = fc.constantFrom<(Mode | undefined)[]>('shown', 'hidden', undefined);
const step = fc.oneof(
  fc.record({ instance: fc.constantFrom(...INSTANCES), user: fc.constantFrom(...USERS), mode }),
  fc.record({
    instance: fc.constantFrom(...INSTANCES),
    people: fc.dictionary(fc.constantFrom(...USERS), fc.constantFrom<Mode[]>('shown', 'hidden')),
  }),
);

describe('the roster', () => {
  it('knows of everybody what the instances said last, and tells of each change once', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const roster = new Roster();
        const said = new Map(INSTANCES.map((name) => [name, new Map<string, Mode>()]));
        const told = new Map<string, Mode | undefined>();
        roster.subscribe((user, after, before) => {
          expect(told.get(user)).toBe(before);
          expect(after).not.toBe(before);
          told.set(user, after);
        });
        for (const each of steps) {
          const people = said.get(each.instance) ?? new Map<string, Mode>();
          if ('people' in each) {
            said.set(each.instance, new Map(Object.entries(each.people)));
            const those = (wanted: Mode) => USERS.filter((user) => each.people[user] === wanted);
            roster.replace(each.instance, { shown: those('shown'), hidden: those('hidden') });
          } else {
            if (each.mode) people.set(each.user, each.mode);
            else people.delete(each.user);
            roster.put(each.instance, each.user, each.mode);
          }
          const modes = (user: string) => [...said.values()].map((people) => people.get(user));
          const inAll = (user: string) => modes(user).find((m) => m === 'hidden') ?? modes(user).find(Boolean);
          for (const user of USERS) {
            expect(roster.modeOf(user)).toBe(inAll(user));
            expect(told.get(user)).toBe(inAll(user));
          }
          expect(roster.count()).toBe(USERS.filter(inAll).length);
        }
      }),
    );
  });
});
