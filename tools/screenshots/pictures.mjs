// Every page and state, and how one gets there: a picture is taken of each in the usual variants, unless
// `only` names others, and in those that `also` names beside them.
import { CONVERSATIONS } from './conversations.mjs';
import { COMPOSING } from './composing.mjs';
import { DEVICE } from './device.mjs';
import { LISTS } from './lists.mjs';
import { MEMBERS } from './members.mjs';
import { OUTAGES } from './outages.mjs';
import { SETTINGS } from './settings.mjs';
import { at, DESKTOP, release, settings } from './ways.mjs';

const GERMAN = { locale: 'de-DE' };

/** The same in another language, with the reader's own colours, and on paper. */
const OTHERWISE = {
  'german-sign-in': { show: at('/sign-in'), as: 'nobody', options: GERMAN },
  'german-conversation': { show: release, options: GERMAN },
  'german-chats': { show: at('/'), options: GERMAN },
  'german-notifications': { show: settings('notifications'), options: GERMAN },
  'german-profile': { show: settings('profile'), options: GERMAN },
  'forced-colors': { show: release, options: { forcedColors: 'active' } },
  'forced-colors-settings': { show: settings('notifications'), options: { forcedColors: 'active' }, only: DESKTOP },
  print: {
    only: DESKTOP,
    media: 'print',
    show: release,
  },
};

export const PICTURES = {
  ...LISTS,
  ...CONVERSATIONS,
  ...COMPOSING,
  ...MEMBERS,
  ...OUTAGES,
  ...SETTINGS,
  ...DEVICE,
  ...OTHERWISE,
};
