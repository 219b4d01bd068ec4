import { Body, Controller, Delete, Get, Header, Param, Patch, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Account, Id, UpdateAccountRequest } from '#shared';
import type { Request } from 'express';
import { ApiProblems } from '../common/api-problems.js';
import { invalid } from '../common/domain-error.js';
import { AccountService } from './account.service.js';
import { CurrentIdentity, type Identity } from './identity.js';
import { PICTURE_TYPES } from './picture-type.js';

const BINARY = { type: 'string', format: 'binary' } as const;
const PICTURES = Object.fromEntries(PICTURE_TYPES.map((type) => [type, { schema: BINARY }]));

@ApiTags('users')
@Controller()
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Patch('me')
  @ApiOkResponse({ description: 'The account as it is now.', standardSchema: Account })
  @ApiProblems('validation_failed', 'unauthenticated')
  update(
    @CurrentIdentity() { userId }: Identity,
    @Body({ schema: UpdateAccountRequest }) request: UpdateAccountRequest,
  ): Promise<Account> {
    return this.account.update(userId, request);
  }

  @Put('me/avatar')
  @ApiConsumes(...PICTURE_TYPES)
  @ApiBody({ schema: BINARY })
  @ApiOkResponse({ description: 'The account with its new picture.', standardSchema: Account })
  @ApiProblems('validation_failed', 'unauthenticated', 'payload_too_large')
  setAvatar(@CurrentIdentity() { userId }: Identity, @Req() { body }: Request): Promise<Account> {
    const picture: unknown = body;
    if (!Buffer.isBuffer(picture)) throw invalid('', 'must be a picture: PNG, JPEG or WebP');
    return this.account.setAvatar(userId, picture);
  }

  @Delete('me/avatar')
  @ApiOkResponse({ description: 'The account without a picture.', standardSchema: Account })
  @ApiProblems('unauthenticated')
  removeAvatar(@CurrentIdentity() { userId }: Identity): Promise<Account> {
    return this.account.removeAvatar(userId);
  }

  @Get('avatars/:id')
  @Header('Cache-Control', 'private, max-age=31536000, immutable')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOkResponse({ description: 'The picture, which never changes.', content: PICTURES })
  @ApiProblems('validation_failed', 'unauthenticated', 'not_found')
  async avatar(@Param('id', { schema: Id }) id: string): Promise<StreamableFile> {
    const { type, bytes } = await this.account.avatar(id);
    return new StreamableFile(bytes, { type, length: bytes.length });
  }
}
