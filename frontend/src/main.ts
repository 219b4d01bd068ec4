import { useLanguage } from './app/core/language';

// The texts of a module are made when it is read: the language comes first, whatever becomes of it, and then the app.
useLanguage()
  .catch((error: unknown) => reportError(error))
  .then(() => import('./app/bootstrap'))
  .then(({ bootstrap }) => bootstrap())
  .catch((error: unknown) => reportError(error));
