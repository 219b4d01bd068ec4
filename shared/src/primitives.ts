import * as z from 'zod/mini';
import { LIMITS } from './limits.js';

// The schemas are of zod's small kind, since the client carries them: each check is a function of its own, and what nobody uses is left out.

const codePoints = (text: string): number => [...text].length;
/** A lone surrogate or NUL can be stored by neither database nor sent as UTF-8. */
const isStorable = (text: string): boolean => !/[\p{Surrogate}\0]/u.test(text);
const BROKEN = 'must not contain NUL or broken characters';
/** Spaces, controls and formatting alone, of zero width too, are nothing that one could see. */
const isVisible = (text: string): boolean => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text);
const EMPTY = 'must not be empty';

/**
 * A string of `min` to `max` characters (code points), trimmed, that every database can store.
 * The documented `maxLength` counts the same way, as JSON Schema does.
 */
const text = (min: number, max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min, min === 1 ? EMPTY : `must have at least ${min} characters`),
      z.refine((value) => min === 0 || isVisible(value), EMPTY),
      z.refine((value) => value.length <= max || codePoints(value) <= max, `must have at most ${max} characters`),
      z.refine(isStorable, BROKEN),
    )
    .register(z.globalRegistry, { maxLength: max });

/** Opaque: a client compares ids and sends them back, and reads nothing into them. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not an id'));
export const ClientId = z.uuid('must be a UUID');
export const Time = z.iso.datetime({ precision: 3, error: 'must be a time such as 2026-01-31T09:30:00.000Z' });
export const Seq = z.int().check(z.minimum(0));
/** A message's place that is named in a request: places begin at 1. */
export const Place = z.int().check(z.minimum(1));

export const Username = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(LIMITS.username.min, `must have at least ${LIMITS.username.min} characters`),
    z.maxLength(LIMITS.username.max, `must have at most ${LIMITS.username.max} characters`),
    z.regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/, 'may hold letters a to z, digits, and . _ - between them'),
  );
export const DisplayName = text(LIMITS.displayName.min, LIMITS.displayName.max);
export const RoomName = text(LIMITS.roomName.min, LIMITS.roomName.max);
export const Topic = text(0, LIMITS.topic.max);
export const About = text(0, LIMITS.about.max);
export const Body = text(LIMITS.body.min, LIMITS.body.max);

/** A password as it was typed: never trimmed. Whether it is a common one is the server's to say. */
export const NewPassword = z
  .string()
  .check(
    z.minLength(LIMITS.password.min, `must have at least ${LIMITS.password.min} characters`),
    z.maxLength(LIMITS.password.max, `must have at most ${LIMITS.password.max} characters`),
  );

/** A name or password that is tried at the door: whether it is right is the server's to say. */
export const attempt = (max: number) =>
  z
    .string()
    .check(
      z.minLength(1, EMPTY),
      z.maxLength(max, `must have at most ${max} characters`),
      z.refine(isStorable, BROKEN),
    );

/** A whole number in a query string; it stays a string, since a coercion has no place in the OpenAPI document. */
export const SeqQuery = z.string().check(z.regex(/^\d{1,15}$/, 'must be a whole number of at most 15 digits'));
export const LimitQuery = z.string().check(
  z.regex(/^\d+$/, 'must be a whole number'),
  z.refine(
    (value) => Number(value) >= 1 && Number(value) <= LIMITS.page.max,
    `must be between 1 and ${LIMITS.page.max}`,
  ),
);
export const SearchQuery = text(0, LIMITS.search.max);
/** Up to a hundred ids, joined by commas. */
export const IdsQuery = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{1,64}(?:,[A-Za-z0-9_-]{1,64})*$/, 'must be ids, joined by commas'),
  z.refine((value) => value.split(',').length <= LIMITS.ids, `must hold at most ${LIMITS.ids} ids`),
);
export const Cursor = z.string().check(z.minLength(1), z.maxLength(512));
