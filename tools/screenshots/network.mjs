// What a page sees of a network and a server that are not at their best.

const SOCKET = /\/socket\.io\//;

/** A way of the page to the server's socket that can be cut; to be laid before the page opens. */
export async function wayToSocket(page) {
  const sockets = [];
  let isCut = false;
  await page.routeWebSocket(SOCKET, (socket) => {
    if (isCut) {
      // Once it is open, since a socket that never was would have to fail, which cannot be told to it.
      setTimeout(() => void socket.close({ code: 1001 }));
      return;
    }
    socket.connectToServer();
    sockets.push(socket);
  });
  return {
    cut: async () => {
      isCut = true;
      await Promise.all(sockets.map((socket) => socket.close({ code: 1001 })));
    },
  };
}

/** The server speaks a newer protocol than the page. */
export const speakNewerProtocol = (page) =>
  page.routeWebSocket(SOCKET, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((said) => socket.send(said.toString().replace('"protocol":1', '"protocol":2')));
  });

/** The server refuses the first message that is sent, and gives no answer to those after it. */
export async function refuseOneMessage(page) {
  let isFirst = true;
  await page.routeWebSocket(SOCKET, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((said) => {
      const [, packet] = /^42(\d+)\["message:send"/.exec(said.toString()) ?? [];
      if (!packet) server.send(said);
      else if (isFirst) socket.send(`43${packet}${JSON.stringify([REFUSAL])}`);
      if (packet) isFirst = false;
    });
  });
}

const REFUSAL = { ok: false, error: { code: 'forbidden', detail: 'You may not write here.' } };

/** Requests to this part of the API are never answered. */
export const giveNoAnswer = (page, part) => page.route(part, () => undefined);

/** Requests to this part of the API fail. */
export const failAnswers = (page, part) => page.route(part, (route) => route.abort('connectionfailed'));

/** The person decides about notifications in the settings of the browser itself, for the page that is open. */
export async function setPermission(page, setting) {
  const ofPage = await page.context().newCDPSession(page);
  const { targetInfo } = await ofPage.send('Target.getTargetInfo');
  // What is set ends with the session that has set it: this one stays open.
  const ofBrowser = await page.context().browser().newBrowserCDPSession();
  const { origin } = new URL(page.url());
  await ofBrowser.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting,
    origin,
    browserContextId: targetInfo.browserContextId,
  });
}
