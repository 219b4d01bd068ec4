import { Body, Controller, Get, HttpCode, HttpStatus, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Account, CurrentSession, LoginRequest, RegisterRequest } from '#shared';
import type { Request, Response } from 'express';
import { ApiProblems } from '../common/api-problems.js';
import { AuthThrottlerGuard } from './auth-throttler.guard.js';
import { AuthService, type SignedIn } from './auth.service.js';
import { CurrentIdentity, type Identity } from './identity.js';
import { LocalGuard } from './local.guard.js';
import { Public } from './public.decorator.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { tokenFrom } from './token.js';
import type { UserEntity } from './user.entity.js';
import { UsersService } from './users.service.js';

interface VerifiedRequest extends Request {
  user: UserEntity;
}

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('register')
  @Public()
  @UseGuards(AuthThrottlerGuard)
  @ApiCreatedResponse({
    description: 'The new account, signed in: sets the session cookie.',
    standardSchema: Account,
  })
  @ApiProblems('validation_failed', 'conflict', 'rate_limited')
  async register(
    @Body({ schema: RegisterRequest }) body: RegisterRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Account> {
    return this.admit(response, await this.auth.register(body, await this.currentOf(request)));
  }

  @Post('login')
  @Public()
  @HttpCode(HttpStatus.OK)
  @UseGuards(AuthThrottlerGuard, LocalGuard)
  @ApiOkResponse({ description: 'Signed in: sets the session cookie.', standardSchema: Account })
  @ApiProblems('validation_failed', 'unauthenticated', 'rate_limited')
  async login(
    // The guard has read the body already; it stands here for the API's description.
    @Body({ schema: LoginRequest }) _credentials: LoginRequest,
    @Req() request: VerifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Account> {
    return this.admit(response, await this.auth.signIn(request.user, await this.currentOf(request)));
  }

  @Get('session')
  @Public()
  @ApiOkResponse({ description: 'Who is signed in, if anybody.', standardSchema: CurrentSession })
  async session(@Req() request: Request): Promise<CurrentSession> {
    const identity = await this.currentOf(request);
    return { account: identity && (await this.users.account(identity.userId)) };
  }

  @Post('logout')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'The session has ended, and its sockets with it.' })
  @ApiProblems('unauthenticated')
  async logout(@CurrentIdentity() identity: Identity, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.auth.signOut(identity);
    this.cookie.clear(response);
  }

  private currentOf(request: Request): Promise<Identity | null> {
    return this.sessions.authenticate(tokenFrom(request.headers));
  }

  private admit(response: Response, { account, token }: SignedIn): Account {
    this.cookie.set(response, token);
    return account;
  }
}
