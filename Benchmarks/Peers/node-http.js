// As little as Node and PostgreSQL can do: `node:http`, and the three writes folded into one prepared statement, which is
// a transaction by itself.
//
// Usage: node node-http.js
//
// The database is that of
// PGHOST, PGUSER and PGDATABASE. Prints `listening PORT` when it is ready.
'use strict';

const http = require('node:http');
const { Pool } = require('pg');
const { received, answer } = require('./callback');

const pool = new Pool({ max: Number(process.env.CONNECTIONS ?? 16) });

const text = `
  WITH event AS (
    INSERT INTO event (account, body_hash, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id
  ), paid AS (
    UPDATE orders SET status = $5, transaction_id = $6, updated_at = now()
    WHERE reference = $4 AND status <> $5 AND EXISTS (SELECT 1 FROM event) RETURNING reference
  )
  INSERT INTO outbox (reference, body) SELECT reference, $7 FROM paid`;

function commit(account, body, callback) {
  const values = [account, callback.hash, body, callback.reference, callback.status, callback.transaction];
  return pool.query({ name: 'callback', text, values: [...values, callback.notification] });
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const account = request.url.slice('/callbacks/'.length);
    const body = Buffer.concat(parts);
    const callback = received(account, request.headers['x-signature'], body);
    if (!callback) {
      response.writeHead(401).end();
      return;
    }
    commit(account, body, callback).then(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
      () => response.writeHead(503).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
