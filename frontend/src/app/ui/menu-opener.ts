import { Directive, ElementRef, inject, model } from '@angular/core';
import { hangingFrom, type MenuCall } from './menu-call';

/** A button from which a menu hangs: it calls for the menu, and says whether that is open. */
@Directive({
  selector: 'button[parleyMenuOpener]',
  host: {
    'aria-haspopup': 'menu',
    '[attr.aria-expanded]': 'parleyMenuOpener()?.opener === button',
    '(click)': 'parleyMenuOpener.set(hangingFrom(button))',
  },
})
export class MenuOpener {
  /** The call that stands; null while there is none. */
  readonly parleyMenuOpener = model.required<MenuCall | null>();

  protected readonly button = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly hangingFrom = hangingFrom;
}
