import { Body, Controller, Get, HttpCode, HttpStatus, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CreateRoomRequest,
  DirectRoomRequest,
  Id,
  Membership,
  PageQuery,
  Room,
  RoomPage,
  SearchPageQuery,
  UpdatePreferencesRequest,
  UpdateRoomRequest,
  type Page,
} from '#shared';
import type { Response } from 'express';
import { CurrentIdentity, type Identity } from '../auth/identity.js';
import { ApiProblems } from '../common/api-problems.js';
import { MembershipService } from './membership.service.js';
import { PreferencesService } from './preferences.service.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomCreationService } from './room-creation.service.js';
import { RoomsService } from './rooms.service.js';

@ApiTags('rooms')
@Controller('rooms')
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly creation: RoomCreationService,
    private readonly membership: MembershipService,
    private readonly changes: RoomChangesService,
    private readonly preferences: PreferencesService,
  ) {}

  @Get()
  @ApiOkResponse({ description: "The caller's rooms, last activity first.", standardSchema: RoomPage })
  @ApiProblems('validation_failed', 'unauthenticated')
  mine(@CurrentIdentity() { userId }: Identity, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<Room>> {
    return this.rooms.mine(userId, query);
  }

  @Get('directory')
  @ApiOkResponse({ description: 'The public rooms, last activity first.', standardSchema: RoomPage })
  @ApiProblems('validation_failed', 'unauthenticated')
  directory(
    @CurrentIdentity() { userId }: Identity,
    @Query({ schema: SearchPageQuery }) query: SearchPageQuery,
  ): Promise<Page<Room>> {
    return this.rooms.directory(userId, query);
  }

  @Post()
  @ApiCreatedResponse({ description: 'The new room, with the caller as its owner.', standardSchema: Room })
  @ApiProblems('validation_failed', 'unauthenticated')
  create(
    @CurrentIdentity() { userId }: Identity,
    @Body({ schema: CreateRoomRequest }) request: CreateRoomRequest,
  ): Promise<Room> {
    return this.creation.create(userId, request);
  }

  @Post('direct')
  @ApiCreatedResponse({ description: 'The new direct room of the two.', standardSchema: Room })
  @ApiOkResponse({ description: 'The direct room that the two have already.', standardSchema: Room })
  @ApiProblems('validation_failed', 'unauthenticated')
  async direct(
    @CurrentIdentity() { userId }: Identity,
    @Body({ schema: DirectRoomRequest }) request: DirectRoomRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Room> {
    const { room, isNew } = await this.creation.direct(userId, request.userId);
    response.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return room;
  }

  @Get(':roomId')
  @ApiOkResponse({ description: 'The room as the caller sees it.', standardSchema: Room })
  @ApiProblems('validation_failed', 'unauthenticated', 'not_found')
  get(@CurrentIdentity() { userId }: Identity, @Param('roomId', { schema: Id }) roomId: string): Promise<Room> {
    return this.rooms.get(userId, roomId);
  }

  @Patch(':roomId')
  @ApiOkResponse({ description: 'The room with its new name or topic.', standardSchema: Room })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  update(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Body({ schema: UpdateRoomRequest }) request: UpdateRoomRequest,
  ): Promise<Room> {
    return this.changes.describe(userId, roomId, request);
  }

  @Patch(':roomId/me')
  @ApiOkResponse({ description: 'How the caller keeps the room now.', standardSchema: Membership })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  keep(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Body({ schema: UpdatePreferencesRequest }) request: UpdatePreferencesRequest,
  ): Promise<Membership> {
    return this.preferences.update(userId, roomId, request);
  }

  @Post(':roomId/join')
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ description: 'The public room, with the caller as a member.', standardSchema: Room })
  @ApiProblems('validation_failed', 'unauthenticated', 'not_found')
  join(@CurrentIdentity() { userId }: Identity, @Param('roomId', { schema: Id }) roomId: string): Promise<Room> {
    return this.membership.join(userId, roomId);
  }

  @Post(':roomId/leave')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'The caller is no longer a member.' })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  leave(@CurrentIdentity() { userId }: Identity, @Param('roomId', { schema: Id }) roomId: string): Promise<void> {
    return this.membership.leave(userId, roomId);
  }
}
