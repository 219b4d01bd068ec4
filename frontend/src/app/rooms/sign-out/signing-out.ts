import { inject } from '@angular/core';
import { errorSentence } from '../../core/error-text';
import { SnackBar } from '../../core/snack-bar';
import { submission, type Submission } from '../../core/submission';
import { SignOut } from './sign-out';

/** The way out for whoever offers it, in an injection context; a failure is said at the foot of the window. */
export function signingOut(): Submission<null> {
  const signOut = inject(SignOut);
  const snackBar = inject(SnackBar);
  return submission({
    send: () => signOut.run(),
    done: () => snackBar.dismiss(),
    failed: (error) => void snackBar.say(errorSentence(error), { action: $localize`:@@close:Close`, forMs: 8_000 }),
  });
}
