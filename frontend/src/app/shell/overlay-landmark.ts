import { DOCUMENT, inject, Injectable } from '@angular/core';

/**
 * Makes a landmark of what lies over the page, menus above all, so that nothing stands outside of one. Where nothing is
 * open it is not shown, and there is no landmark. The CDK makes its container with the first of them; asking it for one
 * would bring all of its code into the first paint.
 */
@Injectable({ providedIn: 'root' })
export class OverlayLandmark {
  constructor() {
    const { body } = inject(DOCUMENT);
    const watch = new MutationObserver(() => {
      const container = body.querySelector(':scope > .cdk-overlay-container');
      if (!container) return;
      watch.disconnect();
      container.setAttribute('role', 'region');
      container.setAttribute('aria-label', $localize`:@@overThePage:Over the page`);
    });
    watch.observe(body, { childList: true });
  }
}
