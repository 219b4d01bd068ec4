import type { AbstractControl, ValidatorFn } from '@angular/forms';
import type { FieldError } from '#shared';
import type * as z from 'zod/mini';
import { faultInWords } from './contract-words';

/** A form validator out of a schema of the contract; `contractError` reads what it says. */
export function conforms(schema: z.ZodMiniType): ValidatorFn {
  return (control) => {
    const parsed = schema.safeParse(control.value);
    return parsed.success ? null : { contract: faultInWords(parsed.error.issues[0]?.message ?? '') };
  };
}

/** What the contract has against a control's value, such as "must not be empty"; null where nothing. */
export function contractError(control: AbstractControl): string | null {
  const message: unknown = control.getError('contract');
  return typeof message === 'string' ? message : null;
}

/** What the contract has against a request, before it is sent: as the server would answer. */
export function contractFaults(schema: z.ZodMiniType, request: unknown): { readonly errors: readonly FieldError[] } {
  const issues = schema.safeParse(request).error?.issues ?? [];
  return { errors: issues.map(({ path, message }) => ({ path: path.join('.'), message: faultInWords(message) })) };
}
