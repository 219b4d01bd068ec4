// Every page and state, and how one gets there: a picture is taken of each in all variants, unless `only` names some.
import { CONVERSATIONS } from './conversations.mjs';
import { LISTS } from './lists.mjs';
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

export const PICTURES = { ...LISTS, ...CONVERSATIONS, ...SETTINGS, ...OTHERWISE };
