import * as z from 'zod';
import { LIMITS } from './limits.js';

const codePoints = (text: string): number => [...text].length;
/** A lone surrogate or NUL can be stored by neither database nor sent as UTF-8. */
const isStorable = (text: string): boolean => !/[\p{Surrogate}\0]/u.test(text);

/**
 * A string of `min` to `max` characters (code points), trimmed, that every database can store.
 * The documented `maxLength` counts the same way, as JSON Schema does.
 */
const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, min === 1 ? 'must not be empty' : `must have at least ${min} characters`)
    .refine((value) => value.length <= max || codePoints(value) <= max, `must have at most ${max} characters`)
    .refine(isStorable, 'must not contain NUL or broken characters')
    .meta({ maxLength: max });

/** Opaque: a client compares ids and sends them back, and reads nothing into them. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not an id');
export const ClientId = z.uuid('must be a UUID');
export const Time = z.iso.datetime({ precision: 3 });
export const Seq = z.int().min(0);
/** A message's place that is named in a request: places begin at 1. */
export const Place = z.int().min(1);

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .min(LIMITS.username.min, `must have at least ${LIMITS.username.min} characters`)
  .max(LIMITS.username.max, `must have at most ${LIMITS.username.max} characters`)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/, 'may hold letters a to z, digits, and . _ - between them');
export const DisplayName = text(LIMITS.displayName.min, LIMITS.displayName.max);
export const RoomName = text(LIMITS.roomName.min, LIMITS.roomName.max);
export const Topic = text(0, LIMITS.topic.max);
export const About = text(0, LIMITS.about.max);
export const Body = text(LIMITS.body.min, LIMITS.body.max);

/** A password as it was typed: never trimmed. Whether it is a common one is the server's to say. */
export const NewPassword = z
  .string()
  .min(LIMITS.password.min, `must have at least ${LIMITS.password.min} characters`)
  .max(LIMITS.password.max, `must have at most ${LIMITS.password.max} characters`);

/** A whole number in a query string; it stays a string, since a coercion has no place in the OpenAPI document. */
export const SeqQuery = z.string().regex(/^\d{1,15}$/, 'must be a whole number');
export const LimitQuery = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number')
  .refine(
    (value) => Number(value) >= 1 && Number(value) <= LIMITS.page.max,
    `must be between 1 and ${LIMITS.page.max}`,
  );
export const SearchQuery = text(0, LIMITS.search.max);
/** Up to a hundred ids, joined by commas. */
export const IdsQuery = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}(?:,[A-Za-z0-9_-]{1,64})*$/, 'must be ids, joined by commas')
  .refine((value) => value.split(',').length <= LIMITS.ids, `must hold at most ${LIMITS.ids} ids`);
export const Cursor = z.string().min(1).max(512);
