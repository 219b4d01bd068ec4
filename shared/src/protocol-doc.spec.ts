import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import * as shared from './index.js';

/** The reference that people who write their own clients read. */
const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

const exported: [string, unknown][] = Object.entries(shared);
const schemas = exported.filter((entry): entry is [string, z.ZodMiniType] => entry[1] instanceof z.ZodMiniType);
const nameOf = new Map<z.core.$ZodType, string>(schemas.map(([name, schema]) => [schema, name]));
const isShape = (schema: z.ZodMiniType): boolean =>
  schema instanceof z.ZodMiniObject || schema instanceof z.ZodMiniEnum;
/** The events have a table of their own. */
const isEvents = (schema: z.ZodMiniType): boolean => schema === shared.Event || schema === shared.Events;

/** A schema as the document writes it; those of the contract by their name. */
function notation(schema: z.core.$ZodType): string {
  return nameOf.get(schema) ?? definition(schema);
}

function definition(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodMiniObject) return fields(schema.shape);
  if (schema instanceof z.ZodMiniNullable) return `${notation(schema.def.innerType)} | null`;
  if (schema instanceof z.ZodMiniArray) return `${notation(schema.def.element)}[]`;
  if (schema instanceof z.ZodMiniEnum) return schema.options.map((option) => `'${option}'`).join(' | ');
  if (schema instanceof z.ZodMiniISODateTime) return 'Time';
  if (schema instanceof z.ZodMiniString) return 'string';
  if (schema instanceof z.ZodMiniNumber) return 'number';
  if (schema instanceof z.ZodMiniBoolean) return 'boolean';
  throw new Error(`The document has no way yet to write a ${schema._zod.def.type}`);
}

function fields(shape: Readonly<Record<string, z.core.$ZodType>>): string {
  const each = Object.entries(shape).map(([name, schema]) =>
    schema instanceof z.ZodMiniOptional
      ? `${name}?: ${notation(schema.def.innerType)}`
      : `${name}: ${notation(schema)}`,
  );
  return each.length === 0 ? '{}' : `{ ${each.join(', ')} }`;
}

/** The `type Name = …` lines of the document's ts blocks, on one line each. */
function documentedTypes(): Record<string, string> {
  const blocks = [...DOCUMENT.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
  const types = blocks.split(/^type /m).slice(1);
  return Object.fromEntries(
    types.map((type) => type.split(' =', 2)).map(([name = '', text = '']) => [name, oneLine(text)]),
  );
}

/** What a formatter may do to a type, undone: lines, comments, the marks between and after fields. */
const oneLine = (text: string): string =>
  text
    .replace(/^\s*\/\/.*$/gm, '')
    .replaceAll(';', ',')
    .replace(/\s+/g, ' ')
    .replace(/,? ?\}/g, ' }')
    .replace(/^[ |]+|[ ,]+$/g, '');

/** The rows of the table under a heading: the text of each cell, code marks and escapes taken off. */
function table(heading: string): string[][] {
  const [, section = ''] = DOCUMENT.split(`\n## ${heading}\n`);
  const lines = section.split(/\n##? /)[0]?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) =>
        cell
          .trim()
          .replace(/^`(.*)`$/, '$1')
          .replaceAll('\\|', '|'),
      ),
  );
}

const firstTwo = (rows: string[][]): Record<string, string> =>
  Object.fromEntries(rows.map(([key, value]) => [String(key), String(value)]));

function flatten(numbers: object, prefix = ''): [string, string][] {
  return Object.entries(numbers).flatMap(([name, value]: [string, object | number]) =>
    typeof value === 'number' ? [[prefix + name, String(value)]] : flatten(value, `${prefix}${name}.`),
  );
}

describe('docs/protocol.md', () => {
  it('has every shape of the contract, and no other', () => {
    const shapes = schemas.filter(([, schema]) => isShape(schema));
    expect(documentedTypes()).toEqual(
      Object.fromEntries(shapes.map(([name, schema]) => [name, oneLine(definition(schema))])),
    );
  });

  it('explains every kind of value, and no other', () => {
    const parts = schemas.filter(([, schema]) => !isShape(schema) && !isEvents(schema)).map(([name]) => name);
    expect(table('Values').map(([name]) => name)).toEqual(parts.sort());
  });

  it('has every limit with its number', () => {
    expect(firstTwo(table('Limits'))).toEqual(
      Object.fromEntries([
        ...flatten(shared.LIMITS),
        ...flatten(shared.TYPING, 'typing.'),
        ...flatten(shared.RECEIPTS, 'receipts.'),
      ]),
    );
  });

  it('has every error code with its status', () => {
    expect(firstTwo(table('Errors'))).toEqual(Object.fromEntries(flatten(shared.ERROR_STATUS)));
  });

  it('has every request over the socket with its payload and what its acknowledgement adds', () => {
    const requests = Object.entries(shared.REQUESTS).map(([name, { payload, ack }]) => {
      const [granted] = ack.def.options;
      const { ok: _ok, ...adds } = granted.shape;
      return [name, notation(payload), fields(adds)];
    });
    expect(table('Requests over the socket').map((row) => row.slice(0, 3))).toEqual(requests);
  });

  it('has every event with its fields', () => {
    const events = shared.Event.def.options.map(({ shape: { type, ...rest } }) => [type.def.values[0], fields(rest)]);
    expect(firstTwo(table('Events'))).toEqual(Object.fromEntries(events));
  });

  it('has every packet of the server with what it carries', () => {
    const packets: Record<keyof shared.ServerToClient, string> = {
      ready: notation(shared.Ready),
      'session:ended': notation(shared.SessionEnded),
      events: notation(shared.Events.def.element) + '[]',
    };
    expect(firstTwo(table('Packets from the server'))).toEqual(packets);
  });

  it('names in the table of REST calls every request, query and answer that there is, and no other', () => {
    const parts = ['Settings', 'Preferences', 'Watermark', 'Message', 'User', 'RoomFacts', 'Instance', 'Connection'];
    const notOfRest = ['Ready', 'SessionEnded', 'Head', 'AckError', ...parts];
    const words = table('REST').flatMap(
      (row) =>
        row
          .slice(1)
          .join(' ')
          .match(/\b[A-Z]\w+/g) ?? [],
    );
    const named = new Set(words.filter((word) => schemas.some(([name]) => name === word)));
    const expected = schemas
      .filter(([name, schema]) => schema instanceof z.ZodMiniObject && !name.endsWith('Payload'))
      .map(([name]) => name)
      .filter((name) => !notOfRest.includes(name) && !['Problem', 'FieldError'].includes(name));
    expect([...named].sort()).toEqual(expected.sort());
  });

  it('states the version of the protocol', () => {
    expect(DOCUMENT).toContain(`# Parley wire protocol, version ${shared.PROTOCOL_VERSION}\n`);
    expect(DOCUMENT).toContain(`\`${shared.PROTOCOL_HEADER}\``);
  });
});
