import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AddMemberRequest, Id, Member, MemberPage, SearchPageQuery, UpdateMemberRequest, type Page } from '#shared';
import { CurrentIdentity, type Identity } from '../auth/identity.js';
import { ApiProblems } from '../common/api-problems.js';
import { MembershipService } from './membership.service.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomsService } from './rooms.service.js';

@ApiTags('members')
@Controller('rooms/:roomId/members')
export class MembersController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly membership: MembershipService,
    private readonly changes: RoomChangesService,
  ) {}

  @Get()
  @ApiOkResponse({
    description: 'The present members, or those whose name holds `q`, in the order in which they joined.',
    standardSchema: MemberPage,
  })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  list(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Query({ schema: SearchPageQuery }) query: SearchPageQuery,
  ): Promise<Page<Member>> {
    return this.rooms.membersOf(userId, roomId, query);
  }

  @Post()
  @ApiCreatedResponse({ description: 'The member, new or present already.', standardSchema: Member })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  add(
    @CurrentIdentity() identity: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Body({ schema: AddMemberRequest }) { userId }: AddMemberRequest,
  ): Promise<Member> {
    return this.membership.add(identity.userId, roomId, userId);
  }

  @Patch(':userId')
  @ApiOkResponse({ description: 'The member with the new role.', standardSchema: Member })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  setRole(
    @CurrentIdentity() identity: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Param('userId', { schema: Id }) userId: string,
    @Body({ schema: UpdateMemberRequest }) { role }: UpdateMemberRequest,
  ): Promise<Member> {
    return this.changes.setRole(identity.userId, roomId, userId, role);
  }

  @Delete(':userId')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'No longer a member.' })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  remove(
    @CurrentIdentity() identity: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Param('userId', { schema: Id }) userId: string,
  ): Promise<void> {
    return this.membership.remove(identity.userId, roomId, userId);
  }
}
