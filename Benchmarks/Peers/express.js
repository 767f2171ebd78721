// The handler that a merchant would write: Express, node-postgres, and one transaction with three writes, which are the
// event, the order and the outbox.
//
// Usage: node express.js [prepared]
//
// With `prepared`, statements are prepared once a connection. The database is that of
// PGHOST, PGUSER and PGDATABASE. Prints `listening PORT` when it is ready.
'use strict';

const express = require('express');
const { Pool } = require('pg');
const { received, answer } = require('./callback');

const pool = new Pool({ max: Number(process.env.CONNECTIONS ?? 16) });
const isPrepared = process.argv[2] === 'prepared';

function statement(name, text) {
  return (values) => (isPrepared ? { name, text, values } : { text, values });
}

const insertEvent = statement(
  'event',
  'INSERT INTO event (account, body_hash, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
);
const updateOrder = statement(
  'order',
  'UPDATE orders SET status = $2, transaction_id = $3, updated_at = now() WHERE reference = $1 AND status <> $2',
);
const insertNotification = statement('outbox', 'INSERT INTO outbox (reference, body) VALUES ($1, $2)');

async function commit(account, body, callback) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query(insertEvent([account, callback.hash, body]));
    if (rowCount === 1) {
      const order = await client.query(updateOrder([callback.reference, callback.status, callback.transaction]));
      if (order.rowCount === 1) await client.query(insertNotification([callback.reference, callback.notification]));
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const app = express();
app.post('/callbacks/:account', express.raw({ type: '*/*', limit: '64kb' }), (request, response, next) => {
  const { account } = request.params;
  const callback = received(account, request.get('x-signature'), request.body);
  if (!callback) {
    response.status(401).end();
    return;
  }
  commit(account, request.body, callback)
    .then(() => response.type('json').send(answer))
    .catch(next);
});

const server = app.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
