import * as z from 'zod/mini';
import { User } from './shapes.js';

/** What a person lets others see. Each works both ways: who shows nothing of it sees nothing of it either. */
export const Settings = z
  .object({ sharePresence: z.boolean(), shareReceipts: z.boolean() })
  .register(z.globalRegistry, { id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

/** The caller's own account. The first account of an installation is its admin. */
export const Account = z
  .object({ user: User, admin: z.boolean(), settings: Settings })
  .register(z.globalRegistry, { id: 'Account' });
export type Account = z.infer<typeof Account>;

/** Whose session a request carries; null where it carries none, or one that has ended. */
export const CurrentSession = z
  .object({ account: z.nullable(Account) })
  .register(z.globalRegistry, { id: 'CurrentSession' });
export type CurrentSession = z.infer<typeof CurrentSession>;
