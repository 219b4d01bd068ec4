import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import type { CreateRoomRequest, Member, Message, MessageAnswer, Room, User, Account } from '#shared';

/** What a journey needs to be there before it begins, made over REST by the person that it is about. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  /** Registers, and is signed in from then on, also in the browser of the same context. */
  async register(username: string, displayName: string, password: string): Promise<User> {
    const { user } = await this.post<Account>('/auth/register', { username, displayName, password });
    return user;
  }

  createRoom(room: CreateRoomRequest): Promise<Room> {
    return this.post('/rooms', room);
  }

  join(roomId: string): Promise<Room> {
    return this.post(`/rooms/${roomId}/join`, {});
  }

  addMember(roomId: string, userId: string): Promise<Member> {
    return this.post(`/rooms/${roomId}/members`, { userId });
  }

  async removeMember(roomId: string, userId: string): Promise<void> {
    const response = await this.request.delete(`/api/v1/rooms/${roomId}/members/${userId}`);
    expect(response.ok()).toBe(true);
  }

  /** Ends the session, in the browser of the same context too. */
  async endSession(): Promise<void> {
    const response = await this.request.post('/api/v1/auth/logout');
    expect(response.ok()).toBe(true);
  }

  directRoom(userId: string): Promise<Room> {
    return this.post('/rooms/direct', { userId });
  }

  /** @param replyTo the place of the message that this one answers */
  async send(roomId: string, body: string, replyTo?: number): Promise<Message> {
    const sent = await this.post<MessageAnswer>(`/rooms/${roomId}/messages`, { clientId: randomUUID(), body, replyTo });
    return sent.message;
  }

  /** Sends one after the other, so that their order is known. */
  async sendAll(roomId: string, bodies: readonly string[]): Promise<void> {
    for (const body of bodies) await this.send(roomId, body);
  }

  private async post<T>(path: string, data: object): Promise<T> {
    const response: APIResponse = await this.request.post(`/api/v1${path}`, { data });
    expect(response.ok(), `${path} answered ${response.status()}: ${await response.text()}`).toBe(true);
    return (await response.json()) as T;
  }
}
