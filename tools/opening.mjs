// How long a conversation takes to open, from the click on its row until its log has been painted.

/** Opens a conversation from the list, which stands and has fetched everything ahead, when nothing of its log is here yet. */
export async function openFirst(page, address, { name, last }) {
  await page.goto(address, { waitUntil: 'networkidle' });
  // The worker begins once all else is here, and what it keeps is ahead too.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return openFromList(page, { name, last });
}

/** Clicks a conversation the moment its row has been painted, in browsers that start for the first time. */
export async function openAtOnce(newPage, address, { id, last }, times) {
  const taken = [];
  for (let count = 0; count < times; count++) {
    const page = await newPage();
    await page.addInitScript(`globalThis.opened = (${clickAtOnce})(${untilPainted}, '${id}', '${saying(last)}')`);
    await page.goto(address);
    taken.push(await page.evaluate(() => globalThis.opened));
    await page.context().close();
  }
  return taken;
}

/** Goes back and forth between two conversations that are loaded by being opened once. */
export async function openLoaded(page, [one, other], times) {
  const taken = [];
  for (let count = 0; count < times + 2; count++) taken.push(await openFromList(page, count % 2 === 0 ? one : other));
  return taken.slice(2);
}

const saying = (last) => `message ${last} of`;

async function openFromList(page, { name, last }) {
  const painted = page.evaluate(untilPainted, saying(last));
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  return painted;
}

/** In the page: the time from the next click until a log that says this has been painted. */
function untilPainted(text) {
  return new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`The log never said "${text}".`)), 30_000);
    let [clicked, isInFrame] = [0, false];
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => (isInFrame = false);
    // What changes between a frame's callbacks and its end is painted in that frame; anything else in the next.
    const watchFrames = () => {
      isInFrame = true;
      port1.postMessage(null);
      requestAnimationFrame(watchFrames);
    };
    requestAnimationFrame(watchFrames);
    addEventListener('click', () => (clicked = performance.now()), { once: true, capture: true });
    const observer = new MutationObserver(() => {
      if (!clicked || !document.querySelector('[role=log]')?.textContent.includes(text)) return;
      observer.disconnect();
      const tell = () => setTimeout(() => done(performance.now() - clicked));
      if (isInFrame) tell();
      else requestAnimationFrame(tell);
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** In the page, from its beginning: clicks the row of a room once it has been painted, and takes the time. */
function clickAtOnce(untilPainted, roomId, text) {
  const taken = untilPainted(text);
  const observer = new MutationObserver(() => {
    const row = document.querySelector(`[data-room="${roomId}"] a`);
    if (!row) return;
    observer.disconnect();
    // A frame is painted after its callbacks, and before a task that they begin.
    requestAnimationFrame(() => setTimeout(() => row.click()));
  });
  observer.observe(document, { subtree: true, childList: true });
  return taken;
}
