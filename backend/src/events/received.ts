import type { Event } from '#shared';
import type { BusMessage } from './event-bus.js';

type Fields = Readonly<Record<string, unknown>>;
type Check = (fields: Fields) => boolean;

const isText = (value: unknown): value is string => typeof value === 'string';
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isRev = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** What is read of an event on its way to the sockets, beside its type. What only clients read is theirs to judge. */
const EVENTS: Partial<Record<Event['type'], Check>> = {
  'message.created': isDurable,
  'message.updated': isDurable,
  'room.updated': isDurable,
  'member.updated': (event) =>
    isDurable(event) &&
    isFields(event['member']) &&
    isFields(event['member']['user']) &&
    isText(event['member']['user']['id']),
  'room.added': ({ room }) => isFields(room) && isText(room['id']) && isRev(room['rev']),
  'room.removed': ({ roomId }) => isText(roomId),
  'account.updated': ({ account }) => isFields(account) && isFields(account['settings']),
};

const MESSAGES: Record<BusMessage['to'], Check> = {
  room: (message) => isText(message['roomId']) && hasEvents(message),
  sight: (message) => isText(message['roomId']) && isText(message['exceptUserId']) && hasEvents(message),
  user: (message) => isText(message['userId']) && hasEvents(message),
  everyone: hasEvents,
  session: (message) => isText(message['sessionId']) && isText(message['reason']),
  instances: hasNews,
  instance: (message) => isText(message['instanceId']) && hasNews(message),
};

/**
 * Reads what came from another instance, or from whoever else reaches Redis. It is looked at just so far as this process relies
 * on it: a whole check of every message would cost several times what reading it does.
 * @throws Error for what is no message of the bus
 */
export function received(text: string): BusMessage {
  const message: unknown = JSON.parse(text);
  if (!isFields(message) || !isText(message['to'])) throw new Error('it is no message');
  const isWhole = Object.hasOwn(MESSAGES, message['to']) && MESSAGES[message['to'] as BusMessage['to']](message);
  if (!isWhole) throw new Error(`it is no whole message to ${message['to'].slice(0, 20)}`);
  return message as unknown as BusMessage;
}

function isDurable({ roomId, rev }: Fields): boolean {
  return isText(roomId) && isRev(rev);
}

function hasEvents({ events }: Fields): boolean {
  return Array.isArray(events) && events.every(isEvent);
}

function isEvent(event: unknown): boolean {
  if (!isFields(event) || !isText(event['type'])) return false;
  const check = Object.hasOwn(EVENTS, event['type']) ? EVENTS[event['type'] as Event['type']] : undefined;
  return check ? check(event) : !('rev' in event);
}

function hasNews({ news }: Fields): boolean {
  return isFields(news) && isText(news['kind']) && isText(news['from']);
}
