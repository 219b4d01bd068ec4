import { Injectable } from '@nestjs/common';
import type { Head, Member, Page, PageQuery, Room, RoomFacts, SearchPageQuery } from '#shared';
import type { EntityManager } from 'typeorm';
import { presentUser } from '../auth/user.presenter.js';
import { UsersService } from '../auth/users.service.js';
import { notFound } from '../common/domain-error.js';
import { inChunks } from '../common/chunks.js';
import { cutPage, pageRequest } from '../common/page.js';
import { presentMember } from './member.presenter.js';
import { JoinedKey, MembersRepository, joinedKey, type MemberRow, type RoomMarks } from './members.repository.js';
import { ActivityKey, activityKey } from './room-queries.js';
import { requireMember, requireVisible, type MemberAccess } from './room.policy.js';
import { presentFacts, presentRoom } from './room.presenter.js';
import { RoomsRepository, type Standing } from './rooms.repository.js';

/** What rooms there are, who is in them, and what a user may see of them. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly rooms: RoomsRepository,
    private readonly members: MembersRepository,
    private readonly users: UsersService,
  ) {}

  /**
   * The room and the user's membership.
   * @throws DomainError `not_found` for a room that the user may not see, `forbidden` for a public one not joined
   */
  async requireMember(userId: string, roomId: string): Promise<MemberAccess> {
    return requireMember(await this.rooms.access(userId, roomId));
  }

  /**
   * The same as they stay until the transaction ends: the room is held first.
   * @throws DomainError as `requireMember`
   */
  async requireHeldMember(manager: EntityManager, userId: string, roomId: string): Promise<MemberAccess> {
    return requireMember(await this.rooms.heldAccess(manager, userId, roomId));
  }

  /**
   * What a member reads of a room. Who is none any more once it is read gets nothing: it may be from after the leaving.
   * @throws DomainError as `requireMember`
   */
  async readAsMember<T>(userId: string, roomId: string, read: (access: MemberAccess) => Promise<T>): Promise<T> {
    const result = await read(await this.requireMember(userId, roomId));
    await this.requireMember(userId, roomId);
    return result;
  }

  /** The room as the user sees it. @throws DomainError `not_found` for one that the user may not see */
  async get(userId: string, roomId: string): Promise<Room> {
    const view = await this.rooms.view(userId, roomId);
    requireVisible(view && { room: view, member: view.me });
    if (!view) throw notFound();
    return presentRoom(view);
  }

  /** The room as a member of it sees it; null for who is none, or no longer. */
  async ofMember(userId: string, roomId: string): Promise<Room | null> {
    const view = await this.rooms.view(userId, roomId);
    return view?.me ? presentRoom(view) : null;
  }

  /** A page of the user's own rooms, last activity first. */
  async mine(userId: string, query: PageQuery): Promise<Page<Room>> {
    const page = pageRequest(query, ActivityKey);
    const { rows, next } = cutPage(await this.rooms.mine(userId, page), page, activityKey);
    return { items: rows.map(presentRoom), next };
  }

  /** A page of the public rooms, last activity first, all of them or those that match `q`. */
  async directory(userId: string, query: SearchPageQuery): Promise<Page<Room>> {
    const page = pageRequest(query, ActivityKey);
    const found = await this.rooms.directory(userId, query.q ?? '', page);
    const { rows, next } = cutPage(found, page, activityKey);
    return { items: rows.map(presentRoom), next };
  }

  /**
   * A page of a room's present members, all of them or those who match `q`.
   * @throws DomainError `not_found`, `forbidden` for an outsider
   */
  async membersOf(userId: string, roomId: string, query: SearchPageQuery): Promise<Page<Member>> {
    const page = pageRequest(query, JoinedKey);
    return this.readAsMember(userId, roomId, async () => {
      const { rows, next } = cutPage(await this.members.present(roomId, query.q ?? '', page), page, joinedKey);
      return { items: await this.presentTo(userId, rows), next };
    });
  }

  /** The first `limit` members, gone ones too, that changed after a revision. Asks for no permission. */
  async membersSince(userId: string, roomId: string, rev: number, limit: number): Promise<Member[]> {
    return this.presentTo(userId, await this.members.changedSince(roomId, rev, limit));
  }

  /** Who has left the room after a revision, and not come back. Asks for no permission. */
  departuresSince(roomId: string, rev: number): Promise<{ userId: string; rev: number }[]> {
    return this.members.departedSince(roomId, rev);
  }

  /** How many members each of the rooms has, and how far all of them have received and read it. */
  marks(roomIds: readonly string[]): Promise<RoomMarks[]> {
    return inChunks(roomIds, (chunk) => this.members.marks(chunk));
  }

  /** Where each of the user's rooms stands, and how far the user is in it. */
  heads(userId: string): Promise<Head[]> {
    return this.rooms.heads(userId);
  }

  /** How the user is kept in those of the rooms that they are a member of: what is told without a revision. */
  standings(userId: string, roomIds: readonly string[]): Promise<Standing[]> {
    return this.rooms.standings(userId, roomIds);
  }

  /** The revisions of those of the rooms that are there. */
  revisions(roomIds: readonly string[]): Promise<{ roomId: string; rev: number }[]> {
    return inChunks(roomIds, (chunk) => this.rooms.revisions(chunk));
  }

  /** What a room is for all its members, and its revision. @throws DomainError `not_found` */
  async head(roomId: string): Promise<{ facts: RoomFacts; rev: number }> {
    const room = await this.rooms.find(roomId);
    if (!room) throw notFound();
    return { facts: presentFacts(room), rev: room.rev };
  }

  /** The rooms that each of the users is a present member of. */
  async roomIdsOf(userIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const memberships = await inChunks(userIds, (chunk) => this.members.membershipsOf(chunk));
    const rooms = new Map(userIds.map((userId) => [userId, new Set<string>()]));
    for (const { userId, roomId } of memberships) rooms.get(userId)?.add(roomId);
    return rooms;
  }

  /** Takes the room's next revision for one durable change, as part of a transaction. */
  takeRev(manager: EntityManager, roomId: string): Promise<number> {
    return this.rooms.takeRev(manager, roomId);
  }

  /** The ids of those present members who have one of the usernames, by username. */
  presentByUsername(
    manager: EntityManager,
    roomId: string,
    usernames: readonly string[],
  ): Promise<Map<string, string>> {
    return this.members.presentByUsername(manager, roomId, usernames);
  }

  /** Who shows no receipts sees those of nobody. */
  private async presentTo(userId: string, rows: readonly MemberRow[]): Promise<Member[]> {
    if (rows.length === 0) return [];
    const { settings } = await this.users.account(userId);
    const members = rows.map((row) => presentMember(row, presentUser(row.user)));
    return settings.shareReceipts ? members : members.map((member) => ({ ...member, readSeq: 0 }));
  }
}
