// Dresses the page before it is painted for the first time, so that no other theme flashes up. Runs before everything
// else, and on its own: what the attributes mean is said in src/app/core, in appearance.ts and page-font.ts,
// which keep them up to date.
(() => {
  let preferences = {};
  let hasFont = false;
  try {
    hasFont = localStorage.getItem('parley:font') !== null;
    preferences = JSON.parse(localStorage.getItem('parley:preferences')) ?? {};
  } catch {
    // Nothing is stored, or nothing that can be read.
  }
  const root = document.documentElement;
  if (['light', 'dark'].includes(preferences.theme)) root.setAttribute('data-theme', preferences.theme);
  if (preferences.density === 'compact') root.setAttribute('data-density', 'compact');
  if (['small', 'large'].includes(preferences.textSize)) root.setAttribute('data-text', preferences.textSize);
  if (hasFont) root.setAttribute('data-font', 'inter');
})();
