import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Blank {}

/** Finds harnesses anywhere in the document: in the dialogs, menus and words at its foot that a service has opened. */
export const documentLoader = (): HarnessLoader =>
  TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Blank));
