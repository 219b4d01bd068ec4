/** Every number of the contract that a client or the server has to respect. Lengths count Unicode code points. */
export const LIMITS = {
  body: { min: 1, max: 4_000 },
  username: { min: 3, max: 32 },
  displayName: { min: 1, max: 64 },
  password: { min: 10, max: 200 },
  roomName: { min: 1, max: 80 },
  topic: { max: 250 },
  about: { max: 140 },
  search: { max: 100 },
  page: { default: 50, max: 200 },
  /** `changes` answers `limited: true` when more than this many rows are newer than `since`. */
  changes: 500,
  /** Of the unread messages that mention somebody, at most so many of the newest are told by their places. */
  mentions: 100,
  /** How many users can be asked for by their ids at once. */
  ids: 100,
  /** How many rooms a socket can have in sight, as rows of a list, beside the one it views. */
  inSight: 50,
  /** The largest request that the server reads, in bytes, over REST and over the socket. */
  requestBytes: 64 * 1024,
} as const;

/** How long a typing sign holds, and how often a client may repeat it, in milliseconds. */
export const TYPING = { holdsMs: 6_000, repeatMs: 3_000 } as const;

/**
 * Receipts are told together: at most `packetsPerSecond` for a room. In a room of more than `detailedUpTo` members only its
 * watermark is told, and to each member the own cursor.
 */
export const RECEIPTS = { packetsPerSecond: 5, detailedUpTo: 256 } as const;

/** The end of a mute that has none. */
export const FOREVER = '9999-12-31T23:59:59.999Z';

export const PROTOCOL_VERSION = 1;

/** The header by which every answer of the API says which version the server speaks. */
export const PROTOCOL_HEADER = 'Parley-Protocol';
