// `nx serve`: the backend and the client, each reloading on a change, until Ctrl+C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './workspace.mjs';

const CLIENT = 'http://localhost:4200';
const bin = (name) => join(ROOT, 'node_modules/.bin', name);

const processes = [
  [bin('tsc'), ['-p', 'backend/tsconfig.build.json', '--watch', '--preserveWatchOutput']],
  [
    process.execPath,
    ['--watch-path=dist/backend', '--watch-path=dist/shared', '--watch-preserve-output', 'dist/backend/src/main.js'],
  ],
  [bin('nx'), ['run', 'frontend:serve']],
].map(([command, args]) =>
  spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    // The browser talks to the client's server, which passes on what is the backend's.
    env: { PUBLIC_URL: CLIENT, ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  }),
);

const stop = () => processes.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);

// One without the other is of no use: when any of them ends, all do.
const codes = processes.map((child) => new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 0))));
process.exitCode = await Promise.race(codes);
stop();
await Promise.all(codes);
