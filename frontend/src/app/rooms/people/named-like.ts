import type { User } from '#shared';
import { plain } from '../../core/text/plain';

/** Whether a name of this person holds the text, as the server searches, but without regard to accents. */
export const isNamedLike = ({ username, displayName }: User, text: string): boolean =>
  [username, displayName].some((name) => plain(name).includes(plain(text)));
