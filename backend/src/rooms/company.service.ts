import { Injectable } from '@nestjs/common';
import { inChunks } from '../common/chunks.js';
import { CompanyRepository, type Membership } from './company.repository.js';
import { peerOf } from './direct-key.js';

/** Who shares rooms with whom, asked for many at once. Asks for no permission. */
@Injectable()
export class CompanyService {
  constructor(private readonly repository: CompanyRepository) {}

  /** The others of the direct rooms of each of the users. */
  async peersOf(userIds: readonly string[]): Promise<Map<string, string[]>> {
    const rooms = await inChunks(userIds, (chunk) => this.repository.directRoomsOf(chunk));
    const peers = new Map<string, string[]>(userIds.map((userId) => [userId, []]));
    for (const { userId, directKey } of rooms) peers.get(userId)?.push(peerOf(directKey, userId));
    return peers;
  }

  /** The present members of each of the rooms. */
  async membersOf(roomIds: readonly string[]): Promise<Map<string, string[]>> {
    return byRoom(await inChunks(roomIds, (chunk) => this.repository.presentIn(chunk)));
  }

  /** Those of the users who are present members, by room; a room without any is left out. */
  async among(roomIds: readonly string[], userIds: readonly string[]): Promise<Map<string, string[]>> {
    const ask = (rooms: readonly string[]) => inChunks(userIds, (users) => this.repository.among(rooms, users));
    return byRoom(await inChunks(roomIds, ask));
  }
}

function byRoom(memberships: readonly Membership[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { roomId, userId } of memberships) {
    const known = members.get(roomId);
    if (known) known.push(userId);
    else members.set(roomId, [userId]);
  }
  return members;
}
