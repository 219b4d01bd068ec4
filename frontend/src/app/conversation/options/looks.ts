import { isChord, type Chord } from '../../core/chord';
import type { IconName } from '../../ui/icons';
import type { Ability } from './target';

/** How something that can be done with a message looks in its menu. */
export interface Look {
  readonly label: string;
  readonly icon: IconName;
  /** The key that does it while the menu is open, or while a message has the focus. */
  readonly chord: Chord;
  readonly isDanger: boolean;
  /** Whether the field has the focus afterwards, and not the message. */
  readonly leadsToField: boolean;
}

const look = (label: string, icon: IconName, chord: Chord, more: Partial<Look> = {}): Look => ({
  label,
  icon,
  chord,
  isDanger: false,
  leadsToField: false,
  ...more,
});
const danger = { isDanger: true } as const;
const toField = { leadsToField: true } as const;

export const LOOKS: Readonly<Record<Ability, Look>> = {
  reply: look($localize`:@@keyReply:Reply`, 'reply', 'R', toField),
  copy: look($localize`:@@keyCopy:Copy text`, 'copy', 'C'),
  info: look($localize`:@@keyInfo:Message info`, 'info', 'I'),
  edit: look($localize`:@@keyEdit:Edit`, 'edit', 'E', toField),
  delete: look($localize`:@@keyDelete:Delete`, 'trash', 'Delete', danger),
  tryAgain: look($localize`:@@tryAgain:Try again`, 'retry', 'T'),
  takeBack: look($localize`:@@keyEdit:Edit`, 'edit', 'E', toField),
  discard: look($localize`:@@keyDelete:Delete`, 'trash', 'Delete', danger),
  cancel: look($localize`:@@cancelSending:Cancel sending`, 'close', 'Delete', danger),
};

/** Whether a keystroke is this one's. What deletes on a small keyboard is the key for going back. */
export function isKeyOf({ chord }: Look, event: KeyboardEvent, isMac: boolean): boolean {
  return isChord(chord, event, isMac) || (chord === 'Delete' && isChord('Backspace', event, isMac));
}
