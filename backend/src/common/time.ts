/** The present time as the contract writes it: ISO 8601, UTC, milliseconds. */
export const now = (): string => new Date().toISOString();
