// Loaded into a server before it starts: kills it at one exact point of the message log, as `kill -9` would.
// file:///.../kill-at.mjs?point=before-commit&after=20: at the 20th transaction of the log, after its last statement.
import Database from 'better-sqlite3';
import pg from 'pg';
import { Socket } from 'socket.io';

const query = new URL(import.meta.url).searchParams;
const point = query.get('point');
let left = Number(query.get('after'));

/** The process is gone before this returns. */
function here(name) {
  if (name !== point) return;
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
}

// SQLite: only the logs of messages and of receipts use the driver's own transactions.
const transaction = Database.prototype.transaction;
Database.prototype.transaction = function (work) {
  const wrapped = transaction.call(this, (...args) => {
    const result = work(...args);
    here('before-commit');
    return result;
  });
  const immediate = (...args) => {
    const result = wrapped.immediate(...args);
    here('after-commit');
    return result;
  };
  return Object.assign((...args) => wrapped(...args), { immediate });
};

const send = pg.Client.prototype.query;
pg.Client.prototype.query = function (...args) {
  if (args[0] !== 'COMMIT') return send.apply(this, args);
  here('before-commit');
  return send.apply(this, args).then((result) => {
    here('after-commit');
    return result;
  });
};

// The message is stored, and its sender is not told yet.
const onAny = Socket.prototype.onAny;
Socket.prototype.onAny = function (listener) {
  return onAny.call(this, (...args) => {
    const acknowledge = args.at(-1);
    if (typeof acknowledge !== 'function') return listener(...args);
    return listener(...args.slice(0, -1), (...answer) => {
      here('before-acknowledgement');
      acknowledge(...answer);
    });
  });
};
