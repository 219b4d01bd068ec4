import type { Role, RoomKind } from '#shared';
import { describe, expect, it } from 'vitest';
import { MemberEntity } from './member.entity.js';
import { RoomEntity } from './room.entity.js';
import {
  requireInviter,
  requireJoinable,
  requireLeavable,
  requireMember,
  requireRemover,
  requireVisible,
  type Access,
} from './room.policy.js';

const access = (kind: RoomKind, role?: Role): Access => ({
  room: Object.assign(new RoomEntity(), { kind }),
  member: role ? Object.assign(new MemberEntity(), { role }) : null,
});

const outcome = (check: () => unknown): string => {
  try {
    check();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what one may do with a room', () => {
  it.each([
    ['public', undefined, 'allowed'],
    ['private', undefined, 'not_found'],
    ['direct', undefined, 'not_found'],
    ['private', 'member', 'allowed'],
    ['direct', 'member', 'allowed'],
  ] as const)('see a %s room as %s: %s', (kind, role, expected) => {
    expect(outcome(() => requireVisible(access(kind, role)))).toBe(expected);
    expect(outcome(() => requireJoinable(access(kind, role)))).toBe(expected);
  });

  it('see nothing where there is no room', () => {
    expect(outcome(() => requireVisible(null))).toBe('not_found');
  });

  it.each([
    ['public', undefined, 'forbidden'],
    ['private', undefined, 'not_found'],
    ['public', 'member', 'allowed'],
  ] as const)('read a %s room as %s: %s', (kind, role, expected) => {
    expect(outcome(() => requireMember(access(kind, role)))).toBe(expected);
  });

  it.each([
    ['public', 'owner', 'allowed'],
    ['private', 'member', 'allowed'],
    ['direct', 'member', 'forbidden'],
    ['public', undefined, 'forbidden'],
    ['private', undefined, 'not_found'],
  ] as const)('leave a %s room as %s: %s', (kind, role, expected) => {
    expect(outcome(() => requireLeavable(access(kind, role)))).toBe(expected);
  });

  it.each([
    ['public', 'member', 'allowed'],
    ['public', undefined, 'forbidden'],
    ['private', 'member', 'forbidden'],
    ['private', 'admin', 'allowed'],
    ['private', 'owner', 'allowed'],
    ['private', undefined, 'not_found'],
    ['direct', 'member', 'forbidden'],
  ] as const)('bring somebody into a %s room as %s: %s', (kind, role, expected) => {
    expect(outcome(() => requireInviter(access(kind, role)))).toBe(expected);
  });

  it.each([
    ['owner', 'admin', 'allowed'],
    ['owner', 'member', 'allowed'],
    ['admin', 'member', 'allowed'],
    ['admin', 'admin', 'forbidden'],
    ['admin', 'owner', 'forbidden'],
    ['member', 'member', 'forbidden'],
    ['member', 'owner', 'forbidden'],
  ] as const)('remove, as %s, a %s: %s', (role, target, expected) => {
    expect(outcome(() => requireRemover(access('private', role), target))).toBe(expected);
  });

  it('remove nobody from a direct room', () => {
    expect(outcome(() => requireRemover(access('direct', 'owner'), 'member'))).toBe('forbidden');
  });
});
