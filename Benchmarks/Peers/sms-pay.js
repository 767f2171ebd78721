// What the SMS Pay document gives a merchant for a webhook, on the bytes of the same sample and the same key as ours:
// HMAC over the raw body, comparison in constant time, then `JSON.parse`. It takes Pay2Local's sample as well.
//
// Usage: node sms-pay.js NAME SAMPLE ROUNDS CALLBACKS
//
// Prints one line a round: the name, a tab, nanoseconds a callback.
'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');

const secret = 'whsec_benchmark_secret_of_no_account';
const [, , name, sample, rounds, count] = process.argv;

function signature(body) {
  return 'sha256=' + crypto.createHmac('sha256', secret).update(body).digest('hex');
}

function verify(body, header) {
  return crypto.timingSafeEqual(Buffer.from(header), Buffer.from(signature(body)));
}

function receive(headers, body) {
  if (!verify(body, headers['x-signature'])) throw new Error('not authentic');
  return JSON.parse(body);
}

const body = fs.readFileSync(sample);
const headers = { 'content-type': 'application/json', 'x-signature': signature(body) };

function run(count) {
  let paid = 0;
  for (let i = 0; i < count; i += 1) {
    const message = receive(headers, body);
    if (message.event === 'payment.paid' || message.request_status === 'Approved') paid += 1;
  }
  if (paid !== count) throw new Error('a callback did not end as it must');
}

// As many as it takes to be compiled to the last tier.
run(Number(count));
for (let round = 0; round < Number(rounds); round += 1) {
  const start = process.hrtime.bigint();
  run(Number(count));
  const time = process.hrtime.bigint() - start;
  console.log(`${name}\t${Math.round(Number(time) / Number(count))}`);
}
