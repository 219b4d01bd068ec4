// Who is there while pictures are taken, and what they have said beside the demo's own talk.
import { randomUUID } from 'node:crypto';
import { DEMO_ACCOUNT } from '../served-demo.mjs';
import { RELEASE } from './ways.mjs';

const { password } = DEMO_ACCOUNT;
/** They are online with their window open on a room, most of them on that which is shown most. */
const PRESENT = { ben: RELEASE, grace: RELEASE, tom: RELEASE, ada: 'Design crit' };
const NEWCOMER = { username: 'vera', displayName: 'Vera Ibsen', password };

const CODE = Array.from({ length: 20 }, (_, index) => `  seats[${index}] = await reserve('2.${index}', ${index * 7});`);
const PARAGRAPH =
  'The upgrade note says what to back up first, which order the instances restart in, and how long each of them may be away. ';
const SPECIMENS = [
  'One *bold* word, one _slanted_ one, ~one that is gone~ and `one of code`. See https://example.org/notes.',
  '> What did we say last time?\nThree things:\n- back up\n- restart\n- look at the log',
  `\`\`\`seats.ts\n${CODE.join('\n')}\n\`\`\``,
  '🎉🚀',
  'שלום עולם, הגרסה מוכנה.',
  `${'long'.repeat(60)}`,
  'That is all that I could think of.',
];
const LONGEST = PARAGRAPH.repeat(40).slice(0, 4_000);

/** Opens what all pictures share. */
export async function setTheStage(browser, common) {
  const contexts = new Map();
  const signIn = async (username) => {
    const context = await browser.newContext(common);
    const path = username === NEWCOMER.username ? 'register' : 'login';
    const data = path === 'register' ? NEWCOMER : { username, password };
    await accepted(context.request.post(`/api/v1/auth/${path}`, { data }));
    contexts.set(username, context);
    return context;
  };
  const nora = await signIn('nora');
  const { items } = await (await nora.request.get('/api/v1/rooms?limit=200')).json();
  const all = await (await nora.request.get('/api/v1/rooms/directory?limit=200')).json();
  const rooms = new Map([...all.items, ...items].map((room) => [room.name ?? room.peer.username, room.id]));
  const pages = new Map();
  for (const [username, room] of Object.entries(PRESENT)) {
    const page = await (await signIn(username)).newPage();
    await page.goto(`/rooms/${rooms.get(room)}`);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    pages.set(username, page);
  }
  await signIn(NEWCOMER.username);
  for (const [username, bodies] of [
    ['marcus', SPECIMENS],
    ['ellie', [LONGEST]],
  ]) {
    const roomId = rooms.get(username);
    const seq = await sayAll(await signIn(username), roomId, bodies);
    // A list in which little waits is calmer to look at.
    await accepted(nora.request.put(`/api/v1/rooms/${roomId}/read`, { data: { seq } }));
  }

  const unread = ({ me }) => me?.unread ?? 0;
  const mostUnread = items.reduce((most, room) => (unread(room) > unread(most) ? room : most));

  return {
    mostUnread: `/rooms/${mostUnread.id}`,
    room: (name) => `/rooms/${rooms.get(name)}`,
    pageOf: (username) => pages.get(username),
    contextOf: (username, options) => contextOf(browser, contexts.get(username), options),
  };
}

/** A fresh browser of somebody who is signed in and looks elsewhere, so that nothing counts as read by being pictured. */
async function contextOf(browser, signedIn, options) {
  const storageState = await signedIn?.storageState();
  const context = await browser.newContext({ ...options, storageState });
  await context.addInitScript(() => {
    Document.prototype.hasFocus = () => false;
    // In Inter from the first paint on.
    if (location.protocol.startsWith('http')) localStorage.setItem('parley:font', 'here');
  });
  return context;
}

/** Answers with the place of the last of what was said. */
async function sayAll({ request }, roomId, bodies) {
  let last;
  for (const body of bodies) {
    const data = { clientId: randomUUID(), body };
    last = await accepted(request.post(`/api/v1/rooms/${roomId}/messages`, { data }));
  }
  return (await last.json()).message.seq;
}

async function accepted(answer) {
  const response = await answer;
  if (!response.ok()) throw new Error(`${response.url()} answers ${response.status()}: ${await response.text()}`);
  return response;
}
