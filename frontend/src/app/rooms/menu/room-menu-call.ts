import { hangingFrom, type MenuCall } from '../../ui/menu-call';

/** The menu of a conversation is asked for. */
export interface RoomMenuCall extends MenuCall {
  readonly roomId: string;
}

/**
 * A call for the menu of a room, opened where it was asked for.
 *
 * @param event what asked for it: a click, a right click, a finger that rests, or the menu key. The link or button that
 *   it came from gets the focus back.
 */
export function roomMenuCall(roomId: string, event: MouseEvent): RoomMenuCall | null {
  event.preventDefault();
  const opener = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
  return opener && { roomId, ...placeOf(event, opener) };
}

/** A key and a button have no place of their own: the menu then hangs from its opener. */
function placeOf({ clientX, clientY, type }: MouseEvent, opener: HTMLElement): MenuCall {
  const isAtPointer = type !== 'click' && (clientX > 0 || clientY > 0);
  return isAtPointer ? { opener, left: clientX, top: clientY, width: 0, height: 0 } : hangingFrom(opener);
}
