import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Stands where rows will be while they load. */
@Component({
  selector: 'parley-skeleton-rows',
  template: `
    <span class="sr" role="status" i18n="@@loading">Loading</span>
    @for (row of list(); track row) {
      <div class="row" aria-hidden="true">
        <span class="avatar"></span>
        <span class="line name"></span>
        <span class="line preview"></span>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .row {
      display: grid;
      grid-template: 22px 22px / var(--face) minmax(0, 1fr);
      column-gap: var(--s1h);
      align-content: center;
      align-items: center;
      height: var(--row);
      padding: 0 var(--s1);
      animation: breathe 1.6s var(--ease) infinite alternate;
    }

    .avatar {
      grid-row: 1 / 3;
      width: var(--face);
      height: var(--face);
      border-radius: 50%;
      background: var(--field);
    }

    .line {
      height: 10px;
      border-radius: var(--r-full);
      background: var(--field);
    }

    .name {
      width: 42%;
    }

    .preview {
      width: 76%;
    }

    .row:nth-child(odd) .name {
      width: 54%;
    }

    .row:nth-child(3n) .preview {
      width: 58%;
    }

    @keyframes breathe {
      to {
        opacity: 0.55;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkeletonRows {
  readonly rows = input(6);

  protected readonly list = computed(() => Array.from({ length: this.rows() }, (_, row) => row));
}
