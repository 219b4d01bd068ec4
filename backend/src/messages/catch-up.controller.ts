import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Changes, ChangesQuery, Id, ReadAnswer, ReadRequest } from '#shared';
import { CurrentIdentity, type Identity } from '../auth/identity.js';
import { ApiProblems } from '../common/api-problems.js';
import { placeOf } from '../common/place.js';
import { ChangesService } from './changes.service.js';
import { ReceiptsService } from './receipts.service.js';

@ApiTags('messages')
@Controller('rooms/:roomId')
export class CatchUpController {
  constructor(
    private readonly changes: ChangesService,
    private readonly receipts: ReceiptsService,
  ) {}

  @Get('changes')
  @ApiOkResponse({ description: 'All of the room that is newer than a revision.', standardSchema: Changes })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  since(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Query({ schema: ChangesQuery }) { since }: ChangesQuery,
  ): Promise<Changes> {
    return this.changes.since(userId, roomId, placeOf(since));
  }

  @Put('read')
  @ApiOkResponse({ description: 'How far the caller has now read the room.', standardSchema: ReadAnswer })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  read(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Body({ schema: ReadRequest }) { seq }: ReadRequest,
  ): Promise<ReadAnswer> {
    return this.receipts.read(userId, roomId, seq);
  }
}
