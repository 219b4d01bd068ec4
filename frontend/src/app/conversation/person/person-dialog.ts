import { Dialog } from '@angular/cdk/dialog';
import {
  createFlexibleConnectedPositionStrategy,
  createGlobalPositionStrategy,
  type ConnectedPosition,
} from '@angular/cdk/overlay';
import { inject, Injectable, Injector } from '@angular/core';
import { isNarrow } from '../../core/narrow';
import type { PersonAsked } from './person-asked';
import { PersonCard } from './person-card';
import { PERSON_NAME_ID } from './person-name-id';

const EDGE_PX = 8;

const place = (x: 'start' | 'end', originY: 'top' | 'bottom'): ConnectedPosition => ({
  originX: x,
  originY,
  overlayX: x,
  overlayY: originY === 'bottom' ? 'top' : 'bottom',
  offsetY: originY === 'bottom' ? EDGE_PX : -EDGE_PX,
});
const PLACES = [place('start', 'bottom'), place('start', 'top'), place('end', 'bottom'), place('end', 'top')];

/** Where the card of a person lies: beside what asked for it, and at the lower edge of a phone. */
@Injectable({ providedIn: 'root' })
export class PersonDialog {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);

  open({ userId, anchor }: PersonAsked): void {
    this.dialog.open(PersonCard, {
      ...(isNarrow() ? this.asSheet() : this.beside(anchor)),
      data: userId,
      ariaModal: true,
      ariaLabelledBy: PERSON_NAME_ID,
      autoFocus: 'dialog',
    });
  }

  private beside(anchor: HTMLElement) {
    return {
      backdropClass: 'cdk-overlay-transparent-backdrop',
      width: '320px',
      positionStrategy: createFlexibleConnectedPositionStrategy(this.injector, anchor)
        .withPositions(PLACES)
        .withViewportMargin(EDGE_PX)
        .withFlexibleDimensions(false)
        .withPush(true),
    };
  }

  private asSheet() {
    return {
      backdropClass: 'cdk-overlay-dark-backdrop',
      width: '100%',
      positionStrategy: createGlobalPositionStrategy(this.injector).bottom('0').centerHorizontally(),
    };
  }
}
