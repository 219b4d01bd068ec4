// `npm run demo`: fills an empty database with a team that has talked for weeks, and says whom to sign in as.
import { buildProduct, giveUp, nodeTrouble } from './workspace.mjs';

const trouble = nodeTrouble();
if (trouble) giveUp(trouble);
await buildProduct('backend');
await import('../dist/backend/src/demo.js');
