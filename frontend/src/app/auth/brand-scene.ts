import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Avatar } from '../ui/avatar';
import { Tick } from '../ui/tick';

/** A small exchange that shows what Parley is for. Decoration, and always in the light colours. */
@Component({
  selector: 'parley-brand-scene',
  imports: [Avatar, Tick],
  templateUrl: './brand-scene.html',
  styleUrl: './brand-scene.css',
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BrandScene {}
