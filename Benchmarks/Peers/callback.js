// What both servers do before the database: the signature over the raw body, the JSON, and which order it is about.
'use strict';

const crypto = require('node:crypto');

const secret = 'whsec_benchmark_secret_of_no_account';

function isGenuine(account, header, body) {
  const code = crypto.createHmac('sha256', secret).update(body).digest('hex');
  const expected = Buffer.from(account === 'wallets' ? `sha256=${code}` : code);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && crypto.timingSafeEqual(given, expected);
}

// The callback, or undefined when nobody signed it.
function received(account, header, body) {
  if (!isGenuine(account, header, body)) return undefined;
  const message = JSON.parse(body);
  const isWallet = account === 'wallets';
  const reference = isWallet ? message.data.customer_reference : message.merchant_payment_id;
  const isPaid = isWallet ? message.event === 'payment.paid' : message.request_status === 'Approved';
  const status = isPaid ? 'succeeded' : 'pending';
  return {
    reference,
    status,
    transaction: isWallet ? null : message.transaction_id,
    hash: crypto.createHash('sha256').update(body).digest(),
    notification: JSON.stringify({ type: `payment.${status}`, data: { reference, status } }),
  };
}

const answer = '{"received":true}';

module.exports = { received, answer };
