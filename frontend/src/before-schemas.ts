import * as z from 'zod/mini';

// Runs as an entry of its own before the application, since zod decides while a schema is made:
// schemas are interpreted, never compiled, because a strict content security policy forbids `new Function`.
z.config({ jitless: true });
