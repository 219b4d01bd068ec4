import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';

/** Starts the app, in the language that is loaded by now. */
export const bootstrap = () => bootstrapApplication(App, appConfig);
