import * as z from 'zod/mini';

/** Every error code of the contract, with the HTTP status that carries it. Codes are stable. */
export const ERROR_STATUS = {
  validation_failed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ErrorCode = z
  .enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]])
  .register(z.globalRegistry, { id: 'ErrorCode' });

/** What is wrong with one field of a request; `path` is dotted, and empty for the request as a whole. */
export const FieldError = z
  .object({ path: z.string(), message: z.string() })
  .register(z.globalRegistry, { id: 'FieldError' });
export type FieldError = z.infer<typeof FieldError>;

/** An error over REST, as RFC 9457 has it. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ErrorCode,
    detail: z.string(),
    errors: z.optional(z.array(FieldError)),
  })
  .register(z.globalRegistry, { id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** An error in a socket acknowledgement. */
export const AckError = z.object({
  code: ErrorCode,
  detail: z.string(),
  errors: z.optional(z.array(FieldError)),
});
export type AckError = z.infer<typeof AckError>;
