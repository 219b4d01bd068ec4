import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SearchPageQuery, UserAnswer, UserPage, type Page, type User } from '#shared';
import { ApiProblems } from '../common/api-problems.js';
import { CurrentIdentity, type Identity } from './identity.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('me')
  @ApiOkResponse({ description: 'Who the caller is.', standardSchema: UserAnswer })
  @ApiProblems('unauthenticated')
  async me(@CurrentIdentity() { userId }: Identity): Promise<UserAnswer> {
    return { user: await this.users.self(userId) };
  }

  @Get('users')
  @ApiOkResponse({ description: 'The people here, by username.', standardSchema: UserPage })
  @ApiProblems('validation_failed', 'unauthenticated')
  search(@Query({ schema: SearchPageQuery }) query: SearchPageQuery): Promise<Page<User>> {
    return this.users.search(query);
  }
}
