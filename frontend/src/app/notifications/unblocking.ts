/** Tells how a browser is made to allow notifications of this page again, once they were blocked. */
export function unblockingSteps(userAgent: string): string {
  if (userAgent.includes('Firefox/')) {
    return $localize`:@@unblockFirefox:Click the symbol left of the address, find “Send notifications”, and remove “Blocked”. Then check again.`;
  }
  if (isSafari(userAgent)) {
    return $localize`:@@unblockSafari:Open Safari’s settings, choose Websites, then Notifications, and set this address to Allow. Then check again.`;
  }
  return $localize`:@@unblockChrome:Click the symbol left of the address, open the site settings, and set Notifications to Allow. Then check again.`;
}

/** Others say that they are Safari too, and name themselves beside it. */
const isSafari = (userAgent: string): boolean =>
  userAgent.includes('Safari/') && !/Chrome\/|Chromium\/|Edg\//u.test(userAgent);
