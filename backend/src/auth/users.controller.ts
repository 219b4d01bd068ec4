import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Account, UserPage, UsersQuery, type Page, type User } from '#shared';
import { ApiProblems } from '../common/api-problems.js';
import { CurrentIdentity, type Identity } from './identity.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('me')
  @ApiOkResponse({ description: 'Who the caller is.', standardSchema: Account })
  @ApiProblems('unauthenticated')
  me(@CurrentIdentity() { userId }: Identity): Promise<Account> {
    return this.users.account(userId);
  }

  @Get('users')
  @ApiOkResponse({ description: 'The people here, by username, or those of the ids.', standardSchema: UserPage })
  @ApiProblems('validation_failed', 'unauthenticated')
  search(@Query({ schema: UsersQuery }) query: UsersQuery): Promise<Page<User>> {
    return this.users.search(query);
  }
}
