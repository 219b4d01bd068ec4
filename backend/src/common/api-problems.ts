import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ERROR_STATUS, Problem, type ErrorCode } from '#shared';

/** Documents which codes of the contract a route may answer with. */
export const ApiProblems = (...codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ...codes.map((code) =>
      ApiResponse({ status: ERROR_STATUS[code], description: `\`${code}\``, standardSchema: Problem }),
    ),
  );
