// `npm start`: builds what is stale, then is the server.
import { buildProduct, giveUp, nodeTrouble } from './workspace.mjs';

const trouble = nodeTrouble();
if (trouble) giveUp(trouble);
await buildProduct('backend', 'frontend');
// In this very process, so that signals and the exit code need nobody to pass them on.
await import('../dist/backend/src/main.js');
