/** Every number of the contract that a client or the server has to respect. Lengths count Unicode code points. */
export const LIMITS = {
  body: { min: 1, max: 4_000 },
  username: { min: 3, max: 32 },
  displayName: { min: 1, max: 64 },
  password: { min: 10, max: 200 },
  roomName: { min: 1, max: 80 },
  topic: { max: 250 },
  search: { max: 100 },
  page: { default: 50, max: 200 },
  /** `changes` answers `limited: true` when more than this many rows are newer than `since`. */
  changes: 500,
  /** The largest request that the server reads, in bytes, over REST and over the socket. */
  requestBytes: 64 * 1024,
} as const;

/** How long a typing sign holds, and how often a client may repeat it, in milliseconds. */
export const TYPING = { holdsMs: 6_000, repeatMs: 3_000 } as const;

export const PROTOCOL_VERSION = 1;
