import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Room } from '#shared';
import { ChatStore } from '../store/chat-store';

/** What is done with a room that a request has just made its reader's: it is held from now on, and opened. */
export function enteringRoom(): (room: Room) => void {
  const [chat, router] = [inject(ChatStore), inject(Router)];
  return (room) => {
    chat.adopt(room);
    void router.navigate(['/rooms', room.id]);
  };
}
