import { hash, verify, type Options } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id, the library's default algorithm: some 20 ms of one core, and 19 MiB that an attacker has to pay as well. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

let decoy: Promise<string> | undefined;

/** Costs what `verifyPassword` costs, so that time does not tell whether a username exists. */
export async function pretendToVerify(password: string): Promise<void> {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
}
