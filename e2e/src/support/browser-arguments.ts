/**
 * What a browser leaves out. Only the last list of a command line counts, so this one holds Playwright's own as well, as far as
 * it is about Chromium.
 */
const FEATURES_LEFT_OUT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  // Below the address bar of every window, seen or not, lies a page that costs more than one of ours.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

// Chromium's own sandbox does not start for root.
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** How Chromium is started for the journeys. */
export const BROWSER_ARGUMENTS = [
  '--disable-quic',
  '--disable-background-networking',
  `--disable-features=${FEATURES_LEFT_OUT.join(',')}`,
  ...SANDBOX,
];
