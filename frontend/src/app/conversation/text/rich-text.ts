import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, input, output, type TemplateRef } from '@angular/core';
import type { Block } from '../../core/text/nodes';
import type { PersonAsked } from '../person/person-asked';
import { CodeBlock } from './code-block';
import { InlineText } from './inline-text';
import type { People } from './mentioned';

/** A message's text: paragraphs, quotes, lists and code. Nothing in it is ever read as HTML. */
@Component({
  selector: 'parley-rich-text',
  imports: [CodeBlock, InlineText, NgTemplateOutlet],
  templateUrl: './rich-text.html',
  styleUrl: './rich-text.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RichText {
  readonly blocks = input.required<readonly Block[]>();
  /** Those whom the message mentions. */
  readonly people = input.required<People>();
  /** What floats at the end of the last line. */
  readonly tail = input.required<TemplateRef<unknown>>();
  /** The reader wants to see more of somebody who is mentioned. */
  readonly asked = output<PersonAsked>();
}
