import { randomUUID } from 'node:crypto';
import { type Room } from '#shared';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Person } from '../support/person.js';
import { SocketClient } from '../support/socket-client.js';
import { Installation } from './support/installation.js';
import { wholeLog } from './support/log-check.js';
import { limitedFiles, smallFileSystem } from './support/tight-disk.js';

describe('a full disk', () => {
  it.for([
    { what: 'that is a limit on the size of files', make: limitedFiles },
    { what: 'that is a small file system', make: smallFileSystem },
  ])(
    '%s is told to the sender, loses nothing, and is forgotten when there is room again',
    async ({ make }, context) => {
      const disk = await make();
      if (typeof disk === 'string') return context.skip(disk);
      const installation = await Installation.create({ DATA_DIR: disk.directory });
      const server = await installation.start();
      const ada: Person = await installation.register('ada');
      const room: Room = await installation.createRoom(ada);
      const socket = await SocketClient.connect(installation.url, { token: ada.token });
      onTestFinished(async () => {
        socket.close();
        await installation.kill();
        await disk.remove();
      });
      const acknowledged: string[] = [];
      const send = async () => {
        const clientId = randomUUID();
        const message = { roomId: room.id, clientId, body: 'x'.repeat(4_000) };
        const answer = await socket.request('message:send', message);
        if (answer.ok) acknowledged.push(clientId);
        return answer;
      };
      /** What was told is in the log, and nothing else but what was refused and stored all the same. */
      const stored = async () => (await wholeLog(ada, room.id)).map(({ clientId }) => clientId);

      expect(await send()).toMatchObject({ ok: true });
      await disk.fill(server);
      let refusals = 0;
      while (refusals < 3) {
        const answer = await send();
        if (answer.ok) continue;
        expect(answer.error.code).toBe('unavailable');
        refusals += 1;
      }
      const rest = await ada.say(room.id, 'x'.repeat(4_000));
      expect(rest.problem.code).toBe('unavailable');
      expect(await stored()).toEqual(acknowledged);

      await disk.free(server);
      for (let count = 0; count < 20; count += 1) expect(await send()).toMatchObject({ ok: true });
      const log = await wholeLog(ada, room.id);
      expect(log.map(({ clientId }) => clientId)).toEqual(acknowledged);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));

      await server.stop('SIGKILL');
      await installation.start();
      expect(await stored()).toEqual(acknowledged);
    },
  );
});
