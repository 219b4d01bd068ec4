import { Door } from './pages/door.js';
import { expectAccessible } from './support/accessibility.js';
import { expect, PASSWORD, uniqueName } from './support/journey.js';
import { becomeInstalled, test } from './support/installed.js';
import { dataIsDear } from './support/visits.js';

for (const [locale, heading] of [
  ['en-GB', 'Sign in'],
  ['de-DE', 'Anmelden'],
] as const) {
  test(`a browser can install it in ${locale}`, async ({ visitor }) => {
    const { page } = await visitor({ locale });
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    const address = await page.locator('link[rel="manifest"]').getAttribute('href');
    const answer = await page.request.get(`/${address ?? ''}`);
    expect(answer.headers()['content-type']).toContain('application/manifest+json');
    const manifest = (await answer.json()) as {
      lang: string;
      display: string;
      start_url: string;
      icons: { src: string; sizes: string; purpose?: string }[];
    };
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', lang: locale.slice(0, 2) });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    for (const { src } of manifest.icons) expect((await page.request.get(`/${src}`)).ok(), src).toBe(true);
  });
}

test('the shell opens without a network, once it was there', async ({ visitor, product }) => {
  const { page, context } = await visitor({ serviceWorkers: 'allow', baseURL: product.address });
  await page.goto('/sign-in');
  await becomeInstalled(page);
  await product.server.stop();
  await context.setOffline(true);
  await page.goto('/people');
  await expect(page.getByRole('heading', { name: 'Parley does not answer' })).toBeVisible();
  await product.server.start();
  await context.setOffline(false);
  await expect(new Door(page).signInHeading).toBeVisible();
});

test('the shell speaks the language of its reader without a network too', async ({ visitor, product }) => {
  const { page, context } = await visitor({ serviceWorkers: 'allow', baseURL: product.address, locale: 'de-DE' });
  await page.goto('/sign-in');
  await becomeInstalled(page);
  await context.setOffline(true);
  await page.goto('/people');
  await expect(page.getByRole('heading', { name: 'Parley antwortet nicht' })).toBeVisible();
});

test('what the server is asked never comes from what was kept', async ({ visitor, product }) => {
  const { page, context } = await visitor({ serviceWorkers: 'allow', baseURL: product.address });
  await page.goto('/sign-in');
  await becomeInstalled(page);
  const door = new Door(page);
  await page.goto('/sign-up');
  await door.signUp('Ada', uniqueName('ada'), PASSWORD);
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/index.html');
  expect(kept.filter((path) => /^\/(api|socket\.io|health|metrics)/u.test(path))).toEqual([]);
  await context.setOffline(true);
  const isAnswered = await page.evaluate(() =>
    fetch('/api/v1/me', { headers: { 'ngsw-bypass': 'true' } }).then(
      () => true,
      () => false,
    ),
  );
  expect(isAnswered).toBe(false);
});

test('a new version is offered, waits, and runs once it is taken', async ({ visitor, product }) => {
  const { page } = await visitor({ serviceWorkers: 'allow', baseURL: product.address });
  await page.goto('/sign-in');
  await becomeInstalled(page);
  await product.renewClient('second');

  // The kept page opens first, and looks for a newer one meanwhile.
  await page.reload();
  const body = page.locator('body');
  await expect(page.getByText('A new version of Parley is ready.')).toBeVisible({ timeout: 60_000 });
  await expect(body).not.toHaveAttribute('data-build');
  await expectAccessible(page);
  await new Door(page).field('Username').fill('half a na');

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(body).toHaveAttribute('data-build', 'second');
  await expect(new Door(page).signInHeading).toBeVisible();
  await expect(page.getByText('A new version of Parley is ready.')).toBeHidden();
});

test('a page whose code a newer version has taken away is loaded from the server', async ({ visitor, product }) => {
  const { page } = await visitor({ baseURL: product.address });
  // Pages are fetched ahead, unless data is dear.
  await dataIsDear(page);
  await page.goto('/sign-up');
  await new Door(page).signUp('Ada', uniqueName('ada'), PASSWORD);
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible();
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' });

  let isGone = true;
  await page.route('**/*.js', (route) => (isGone ? route.abort('failed') : route.continue()));
  await page.route('**/people', (route) => {
    isGone = false;
    return route.continue();
  });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
});
