import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { isNarrow } from '../core/narrow';
import { SECTIONS } from './sections';

/** Where the window has room for a page beside the list of the settings, the first of them opens by itself. */
export const opensBesideList: CanActivateFn = () =>
  isNarrow() || inject(Router).createUrlTree(['/settings', SECTIONS[0]?.path]);
