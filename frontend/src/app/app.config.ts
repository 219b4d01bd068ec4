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
import { from } from 'rxjs';
import { routes } from './app.routes';
import { Ahead } from './core/ahead';
import { Failures } from './core/failures';
import { PageTitle } from './page-title';
import { PreloadPages } from './preload-pages';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withPreloading(PreloadPages),
      withNavigationErrorHandler(({ error, url }) => inject(Failures).onTheWay(error, url)),
    ),
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode(),
      // What the worker keeps is the whole client: fetched any sooner, it stands in the way of what the reader clicks.
      registrationStrategy: () => from(inject(Ahead).done),
    }),
    { provide: ErrorHandler, useExisting: Failures },
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
