import { firstName } from '../rooms/signs/typing-label';

/** "Good morning, Nora": by the hour where the reader is, and the first of their names. */
export function greeting(displayName: string, now: Date): string {
  return $localize`:@@greeting:${partOfDay(now.getHours())}:greeting:, ${firstName(displayName)}:name:`;
}

function partOfDay(hour: number): string {
  if (hour < 5 || hour >= 18) return $localize`:@@goodEvening:Good evening`;
  return hour < 12 ? $localize`:@@goodMorning:Good morning` : $localize`:@@goodAfternoon:Good afternoon`;
}
