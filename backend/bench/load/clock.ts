const offset = Number(process.hrtime.bigint() / 1_000n) - performance.now() * 1_000;

/** Microseconds of a clock that all processes of a machine share. */
export const nowMicros = (): number => performance.now() * 1_000 + offset;
