import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { validationFailed } from './domain-error.js';
import { fieldErrors, missingBody } from './parse.js';

/**
 * Validates every `@Body`, `@Query` and `@Param` that names a schema; a misfit is refused with its fields. Takes nothing
 * out first, as the framework's own pipe does of `__proto__` and the like: the schemas are strict, and refuse it by name.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema || type === 'custom') return value;
    if (type === 'body' && value === undefined) throw missingBody();
    const result = await schema['~standard'].validate(value);
    if (result.issues) throw validationFailed(fieldErrors(result.issues, data));
    return result.value;
  }
}
