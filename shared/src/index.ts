export * from './apply-event.js';
export * from './errors.js';
export * from './events.js';
export * from './limits.js';
export * from './primitives.js';
export * from './rest.js';
export * from './shapes.js';
export * from './socket.js';
