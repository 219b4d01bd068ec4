// How one gets to what is pictured.

export const RELEASE = 'Release 2.8';
export const DESKTOP = ['desktop-light', 'desktop-dark'];
export const TABLET = ['tablet-light'];

export const log = (page) => page.getByRole('log').getByRole('listitem');
export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const entry = (page, name) => page.getByRole('menuitem', { name });
export const list = (page) => page.getByRole('navigation', { name: 'Conversation list' });
export const composer = (page) => page.getByRole('textbox', { name: 'Message' });

export const at = (path) => (page) => page.goto(path);
export const settings = (section) => at(`/settings/${section}`);

export const conversation = (name) => async (page, stage) => {
  await page.goto(stage.room(name));
  await log(page).last().waitFor();
};
export const release = conversation(RELEASE);

/** Something begun and left, which the list then says. */
export const startDraft = async (page, stage) => {
  await conversation('ben')(page, stage);
  await composer(page).fill('Could we move the retro to Thursday?');
};

/** Opens the room, then does something in it. */
export const inRelease = (act) => async (page, stage) => {
  await release(page, stage);
  await act(page, stage);
};

/** Opens what somebody can do about their account. */
export const accountMenu = async (page) => {
  await page.getByRole('button', { name: /, your account$/ }).click();
  await page.getByRole('menu').waitFor();
};

export const menuOf = async (page, words) => {
  await log(page).filter({ hasText: words }).locator('.bubble').last().click({ button: 'right' });
  await page.getByRole('menu').waitFor();
};

export const choose = (words, name) =>
  inRelease(async (page) => {
    await menuOf(page, words);
    await entry(page, name).click();
    await page.getByRole('dialog').waitFor();
  });

/** Waits until the day that sticks to the top of a log has faded, as it does some time after the last scrolling. */
export const chipsToFade = (page) =>
  page.waitForFunction(() => {
    const chips = [...document.querySelectorAll('.log .stuck .chip')];
    return chips.every((chip) => getComputedStyle(chip).opacity === '0' || chip.ariaExpanded === 'true');
  });
