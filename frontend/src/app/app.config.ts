import { provideHttpClient, withFetch } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  isDevMode,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withNavigationErrorHandler,
  withPreloading,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { routes } from './app.routes';
import { Failures } from './core/failures';
import { PageTitle } from './page-title';
import { PreloadWhenIdle } from './preload-when-idle';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withPreloading(PreloadWhenIdle),
      withNavigationErrorHandler(({ error, url }) => inject(Failures).onTheWay(error, url)),
    ),
    provideServiceWorker('ngsw-worker.js', { enabled: !isDevMode() }),
    { provide: ErrorHandler, useExisting: Failures },
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
