// A module of its own, so that what loads it on demand gets this and no more.
export { MatDialog } from '@angular/material/dialog';
