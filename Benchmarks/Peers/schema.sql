-- The tables of a merchant who writes the handler of callbacks by hand: the event, once; the order; and what is to be
-- told to the rest of the shop.
CREATE TABLE orders (
    reference text PRIMARY KEY,
    status text NOT NULL DEFAULT 'pending',
    amount bigint NOT NULL DEFAULT 50000,
    transaction_id text,
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text NOT NULL,
    body_hash bytea NOT NULL,
    body bytea NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (account, body_hash)
);

CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL,
    body text NOT NULL,
    delivered_at timestamptz
);
CREATE INDEX outbox_pending ON outbox (id) WHERE delivered_at IS NULL;
