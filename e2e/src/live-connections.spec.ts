import { Conversation } from './pages/conversation.js';
import { Lobby } from './pages/lobby.js';
import { Monitor } from './pages/monitor.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, test, uniqueName } from './support/journey.js';
import { PrivateServer } from './support/private-server.js';

const LINES = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
const SOON = { timeout: 3_000 };

test('the first account sees people come, speak and go, live, and nobody else does', async ({ person }) => {
  const server = await PrivateServer.start();
  try {
    const ada = await person('Ada', { baseURL: server.address });
    const monitor = new Monitor(ada.page);
    await monitor.open();
    await expect(monitor.state).toHaveText('Live');
    await expect(monitor.figure('Connections')).toContainText('on one instance');
    await expect(monitor.rowsOf('Ada')).toHaveCount(1);
    await expect(monitor.figure('People online')).toContainText('of 1 with an account');

    const ben = await person('Ben', { baseURL: server.address });
    const room = await ben.api.createRoom({ name: uniqueName('Busy'), kind: 'private' });
    const talk = new Conversation(ben.page);
    await talk.open(room.id);
    await expect(monitor.rowsOf('Ben')).toHaveCount(1);
    await expect(monitor.figure('People online')).toContainText('of 2 with an account');
    await expectAccessible(ada.page);

    await monitor.pause();
    await expect(monitor.state).toHaveText('Paused');
    await monitor.goOn();
    // The figure is a mean over seconds: a single message is less than one a second.
    await expect(async () => {
      await ben.api.sendAll(room.id, LINES);
      await expect(monitor.figure('Events out, per second')).toContainText(/peak since you came [1-9]/, SOON);
    }).toPass();

    await new Monitor(ben.page).open();
    await new Lobby(ben.page).row(room.name ?? '').waitFor();
    await expect(new Monitor(ben.page).heading).toBeHidden();

    await ben.context.close();
    await expect(monitor.rowsOf('Ben')).toHaveCount(0);
    await expect(monitor.rowsOf('Ada')).toHaveCount(1);
  } finally {
    await server.dispose();
  }
});
