import { Body, Controller, Delete, Get, HttpStatus, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EditMessageRequest, HistoryQuery, Id, MessageAnswer, MessagesAnswer, SendMessageRequest } from '#shared';
import type { Response } from 'express';
import { CurrentIdentity, type Identity } from '../auth/identity.js';
import { ApiProblems } from '../common/api-problems.js';
import { MessageRevisionsService } from './message-revisions.service.js';
import { MessagesService } from './messages.service.js';

@ApiTags('messages')
@Controller('rooms/:roomId/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly revisions: MessageRevisionsService,
  ) {}

  @Get()
  @ApiOkResponse({ description: 'A page of history, ascending by seq.', standardSchema: MessagesAnswer })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  async history(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Query({ schema: HistoryQuery }) query: HistoryQuery,
  ): Promise<MessagesAnswer> {
    return { items: await this.messages.history(userId, roomId, query) };
  }

  @Post()
  @ApiCreatedResponse({ description: 'Stored, and durable.', standardSchema: MessageAnswer })
  @ApiOkResponse({ description: 'A retry: the message that the first try stored.', standardSchema: MessageAnswer })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'unavailable')
  async send(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Body({ schema: SendMessageRequest }) request: SendMessageRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MessageAnswer> {
    const { message, replayed } = await this.messages.send(userId, roomId, request);
    response.status(replayed ? HttpStatus.OK : HttpStatus.CREATED);
    return { message };
  }

  @Patch(':messageId')
  @ApiOkResponse({ description: 'The message with its new body.', standardSchema: MessageAnswer })
  @ApiProblems('validation_failed', 'unauthenticated', 'forbidden', 'not_found')
  async edit(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Param('messageId', { schema: Id }) messageId: string,
    @Body({ schema: EditMessageRequest }) { body }: EditMessageRequest,
  ): Promise<MessageAnswer> {
    return { message: await this.revisions.edit(userId, roomId, messageId, body) };
  }

  @Delete(':messageId')
  @ApiOkResponse({ description: 'The tombstone of the message.', standardSchema: MessageAnswer })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  async delete(
    @CurrentIdentity() { userId }: Identity,
    @Param('roomId', { schema: Id }) roomId: string,
    @Param('messageId', { schema: Id }) messageId: string,
  ): Promise<MessageAnswer> {
    return { message: await this.revisions.delete(userId, roomId, messageId) };
  }
}
