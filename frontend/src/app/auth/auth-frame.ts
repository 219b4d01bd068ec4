import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Mark } from '../ui/mark';
import { Wallpaper } from '../ui/wallpaper';
import { BrandScene } from './brand-scene';

/** The door: what Parley is on the left, the form that is projected on the right; on a phone the form alone. */
@Component({
  selector: 'parley-auth-frame',
  imports: [BrandScene, Mark, Wallpaper],
  templateUrl: './auth-frame.html',
  styleUrl: './auth-frame.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthFrame {}
