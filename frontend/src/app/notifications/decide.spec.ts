import { FOREVER, type Message } from '#shared';
import { user } from '../rooms/testing/builders';
import { decide } from './decide';
import type { Facts } from './facts';
import { NOTIFICATIONS_AT_FIRST, type QuietRules } from '../core/notification-settings';
import { facts, grace, heldRoom, membership, message, newsOf, nora, settings } from './testing';

const ben = user('u-ben', 'Ben Sutcliffe');
const mention = (seq: number, given: Partial<Message> = {}) => message(seq, { mentions: [nora.id], ...given });
const quiet = (given: Partial<QuietRules> = {}) =>
  settings({ quiet: { ...NOTIFICATIONS_AT_FIRST.quiet, until: FOREVER, ...given } });
const muted = { me: membership({ mutedUntil: FOREVER }) };
const direct = { kind: 'direct', name: null, peer: grace } as const;

/** What is decided about messages of one room. */
function decided(messages: readonly Message[], about: Parameters<typeof heldRoom>[1] = {}, given: Partial<Facts> = {}) {
  const state = heldRoom(messages, about);
  return decide(newsOf(state), facts(state, given));
}

describe('decide', () => {
  it('tells who wrote what, and where', () => {
    expect(decided([message(1, { body: 'The build is green.' })])).toEqual({
      roomId: 'r-1',
      seq: 1,
      title: 'Grace Lindqvist \u00b7 Release 2.8',
      body: 'The build is green.',
      face: { id: grace.id, name: grace.displayName, picture: null },
      isMention: false,
    });
  });

  it('names a direct conversation by the other person alone', () => {
    expect(decided([message(1)], direct)?.title).toBe('Grace Lindqvist');
  });

  it('shows the picture of who wrote', () => {
    const author = { displayName: 'Grace', avatarUrl: '/avatars/grace.webp' };
    expect(decided([message(1)], {}, { authorOf: () => author })?.face?.picture).toBe('/avatars/grace.webp');
  });

  it('names the room alone as long as nobody knows who wrote', () => {
    expect(decided([message(1)], {}, { authorOf: () => null })?.title).toBe('Release 2.8');
  });

  it('is nothing while somebody looks at any window', () => {
    expect(decided([message(1)], {}, { isLooking: true })).toBeNull();
    expect(decided([mention(1)], direct, { isLooking: true })).toBeNull();
  });

  it.each<[string, Message]>([
    ['an own message', message(1, { senderId: nora.id })],
    ['a message that was taken back', message(1, { deletedAt: '2026-06-11T10:00:00.000Z', body: '' })],
    ['what the room itself says', message(1, { kind: 'system' })],
  ])('is nothing for %s', (_, said) => {
    expect(decided([said])).toBeNull();
  });

  it('is nothing for what was read on another device', () => {
    expect(decided([message(1), message(2)], { me: membership({ readSeq: 2 }) })).toBeNull();
    expect(decided([message(1), message(2)], { me: membership({ readSeq: 1 }) })?.body).toBe('Message 2');
  });

  it('is nothing for a room that the reader has left by now', () => {
    expect(decide(newsOf(heldRoom([message(1)])), facts(null))).toBeNull();
  });

  it('goes by the message as it stands by now, not as it came', () => {
    const came = newsOf(heldRoom([message(1), message(2)]));
    const gone = message(2, { rev: 3, body: '', deletedAt: '2026-06-11T10:00:00.000Z' });
    expect(decide(came, facts(heldRoom([message(1), gone])))?.body).toBe('Message 1');
    const edited = message(2, { rev: 3, body: 'Better' });
    expect(decide(came, facts(heldRoom([message(1), edited])))?.body).toBe('2 new messages\nBetter');
  });

  describe('of a room that is kept quiet', () => {
    it('is nothing while the room is muted, and something again once that has ended', () => {
      expect(decided([message(1)], muted)).toBeNull();
      const over = new Date(2026, 5, 11, 11).toISOString();
      expect(decided([message(1)], { me: membership({ mutedUntil: over }) })).not.toBeNull();
    });

    it('lets a mention through a mute, unless that is turned off', () => {
      expect(decided([mention(1)], muted)).toMatchObject({ body: 'Message 1', isMention: true });
      expect(decided([mention(1)], muted, { settings: settings({ mentionsInMuted: false }) })).toBeNull();
    });

    it('counts only the mentions of a muted room', () => {
      expect(decided([message(1), mention(2), message(3)], muted)).toMatchObject({ seq: 2, body: 'Message 2' });
    });

    it('is nothing for a room that is archived and muted, not even a mention', () => {
      const away = { me: membership({ mutedUntil: FOREVER, archivedAt: '2026-06-11T08:00:00.000Z' }) };
      expect(decided([mention(1)], away)).toBeNull();
    });

    it('tells of a message that brings a room back from the archive', () => {
      expect(decided([message(1)], { me: membership({ archivedAt: '2026-06-11T08:00:00.000Z' }) })).not.toBeNull();
    });
  });

  describe('by what the reader wants to hear of', () => {
    const directAndMentions = { settings: settings({ about: 'directAndMentions' }) };
    const nothing = { settings: settings({ about: 'nothing' }) };

    it('leaves out rooms but for mentions', () => {
      expect(decided([message(1)], {}, directAndMentions)).toBeNull();
      expect(decided([mention(1)], {}, directAndMentions)?.isMention).toBe(true);
      expect(decided([message(1)], direct, directAndMentions)).not.toBeNull();
    });

    it('leaves out everything', () => {
      expect(decided([message(1)], direct, nothing)).toBeNull();
      expect(decided([mention(1)], {}, nothing)).toBeNull();
    });
  });

  describe('in a quiet time', () => {
    it('is nothing, unless mentions are let through', () => {
      expect(decided([message(1)], direct, { settings: quiet() })).toBeNull();
      expect(decided([mention(1)], {}, { settings: quiet() })).toBeNull();
      expect(decided([mention(1)], {}, { settings: quiet({ letsMentionsThrough: true }) })?.isMention).toBe(true);
      expect(decided([message(1)], direct, { settings: quiet({ letsMentionsThrough: true }) })).toBeNull();
    });

    it('is something again once that has ended', () => {
      const over = quiet({ until: new Date(2026, 5, 11, 11, 59).toISOString() });
      expect(decided([message(1)], {}, { settings: over })).not.toBeNull();
    });
  });

  describe('of several messages', () => {
    it('counts them over the last one', () => {
      expect(decided([message(1), message(2), message(3)])).toMatchObject({
        seq: 3,
        title: 'Grace Lindqvist \u00b7 Release 2.8',
        body: '3 new messages\nMessage 3',
      });
    });

    it('names the room, and who wrote last, where several have written', () => {
      const authorOf = (id: string) => [grace, ben].find((each) => each.id === id) ?? null;
      const said = [message(1), message(2, { senderId: ben.id })];
      expect(decided(said, {}, { authorOf })).toMatchObject({
        title: 'Release 2.8',
        body: '2 new messages\nBen Sutcliffe: Message 2',
      });
    });

    it('does not count own messages among them', () => {
      expect(decided([message(1), message(2, { senderId: nora.id })])?.body).toBe('Message 1');
    });

    it('counts those of which only the number is known', () => {
      const state = heldRoom([message(900)]);
      expect(decide(newsOf(state, 511), facts(state))?.body).toBe('512 new messages\nMessage 900');
    });

    it('leaves the number out where only mentions are told', () => {
      const state = heldRoom([mention(900)], muted);
      expect(decide(newsOf(state, 511), facts(state))?.body).toBe('Message 900');
    });
  });

  describe('in what it shows', () => {
    const hidden = { settings: settings({ showsText: false }) };

    it('leaves the words out where they are hidden', () => {
      expect(decided([message(1)], {}, hidden)?.body).toBe('New message');
      expect(decided([message(1), message(2)], {}, hidden)?.body).toBe('2 new messages');
    });

    it('says it in one line, and cuts what is long', () => {
      expect(decided([message(1, { body: ' One\n\n two ' })])?.body).toBe('One two');
      const body = decided([message(1, { body: '🌲'.repeat(400) })])?.body ?? '';
      expect([...body]).toHaveLength(280);
      expect(body.endsWith('🌲…')).toBe(true);
    });
  });
});
