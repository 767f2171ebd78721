// Makes the merchant's tables anew, with an order for each callback of a file, or counts the orders that are paid.
//
// Usage: node orders.js make CALLBACKS
//        node orders.js count
//
// CALLBACKS has a line for each: account, signature and body, tabs between. `count` prints how many orders have succeeded,
// how many events there are and how many notifications, tabs between. The database is that of PGHOST, PGUSER
// and PGDATABASE.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { Client } = require('pg');

const [, , command, file] = process.argv;

function reference(line) {
  const [account, , body] = line.split('\t');
  const message = JSON.parse(body);
  return account === 'wallets' ? message.data.customer_reference : message.merchant_payment_id;
}

async function make(client) {
  const references = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(reference);
  await client.query('DROP TABLE IF EXISTS orders, event, outbox');
  await client.query(fs.readFileSync(path.join(__dirname, 'schema.sql'), 'utf8'));
  await client.query('INSERT INTO orders (reference) SELECT unnest($1::text[])', [references]);
  await client.query('VACUUM ANALYZE orders');
  await client.query('CHECKPOINT');
}

async function count(client) {
  const { rows } = await client.query(`
    SELECT (SELECT count(*) FROM orders WHERE status = 'succeeded') AS orders, (SELECT count(*) FROM event) AS events,
      (SELECT count(*) FROM outbox) AS notifications`);
  console.log(`${rows[0].orders}\t${rows[0].events}\t${rows[0].notifications}`);
}

async function run() {
  const client = new Client();
  await client.connect();
  await (command === 'make' ? make(client) : count(client));
  await client.end();
}

run().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
