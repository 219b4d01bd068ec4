import type { Room } from '#shared';

/** What it means to leave a room, in sentences: who owns it afterwards, and whether one can come back. */
export function leaveNotes({ kind, memberCount, me }: Room): readonly string[] {
  const isAlone = memberCount <= 1;
  if (kind === 'private' && isAlone) {
    return [$localize`:@@leaveLast:Nobody else is in it, so nobody can come back to it.`];
  }
  const passesOn = me?.role === 'owner' && !isAlone;
  return [
    ...(passesOn
      ? [
          $localize`:@@leaveOwner:You own it. When you leave, whoever has been an admin longest becomes the owner, or where there is none, whoever has been a member longest. To choose somebody yourself, hand the room over first.`,
        ]
      : []),
    kind === 'private'
      ? $localize`:@@leavePrivate:It is private: you come back only when somebody adds you.`
      : $localize`:@@leavePublic:It is open to everybody: you can join it again.`,
  ];
}
