import { StandardSchemaValidationPipe } from '@nestjs/common';
import { validationFailed } from './domain-error.js';
import { fieldErrors } from './parse.js';

/** Validates every `@Body`, `@Query` and `@Param` that names a schema; a misfit is refused with its fields. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => validationFailed(fieldErrors(issues)) });
