"""Callbacks as the two providers sign them, forged ones, and what happens to a payment at its provider."""

import dataclasses
import hashlib
import hmac
import itertools
import json

WEBHOOK_SECRET = "whsec_torture_0123456789"
ACCESS_KEY = "access_torture_0123456789"

_moments = itertools.count()


def _moment():
    """A time of its own for each callback, so that no two bodies are equal unless one is a copy."""
    number = next(_moments)
    return f"2026-05-05T{number // 3_600_000 % 24:02}:{number // 60_000 % 60:02}:{number // 1000 % 60:02}.{number % 1000:03}"


def _code(key, message):
    return hmac.new(key.encode(), message, hashlib.sha256).hexdigest()


@dataclasses.dataclass(frozen=True)
class Callback:
    account: str
    headers: tuple
    body: bytes
    claim: str
    reference: str

    @property
    def hash(self):
        return hashlib.sha256(self.body).hexdigest()

    @property
    def path(self):
        return f"/callbacks/{self.account}"

    @property
    def bytes(self):
        """The whole request."""
        head = [f"POST {self.path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(self.body)}"]
        head += [f"{name}: {value}" for name, value in self.headers]
        return "\r\n".join(head).encode() + b"\r\n\r\n" + self.body


@dataclasses.dataclass(frozen=True)
class Order:
    """A payment of the merchant's, as its provider knows it."""

    id: str
    provider_id: str
    reference: str
    account: str
    kind: str

    def callback(self, claim, amount=500, secret=None):
        """A callback that claims something; of another amount it is for review."""
        make = _sms_pay if self.account == "wallets" else _pay2local
        stands_for = "review" if claim == "succeeded" and amount != 500 else claim
        return make(self, claim, amount, secret, stands_for)

    def forged(self, random):
        """One that is not the provider's. It claims what would change the payment."""
        claim = random.choice(["succeeded", "rejected"])
        genuine = self.callback(claim)
        way = random.choice(["key", "body", "absent", "short", "twice"])
        if way == "key":
            return self.callback(claim, secret="whsec_of_somebody_else_0123")
        if way == "body":
            return dataclasses.replace(genuine, body=genuine.body.replace(b"500", b"501"))
        signatures = [(name, value) for name, value in genuine.headers if "ignature" in name]
        others = [header for header in genuine.headers if header not in signatures]
        if way == "short":
            others += [(name, value[:-1]) for name, value in signatures]
        if way == "twice":
            others += signatures + signatures
        return dataclasses.replace(genuine, headers=tuple(others))

    def story(self, random):
        """What its provider says about it, in the order in which it happens."""
        tellings = [["succeeded"]] * 5 + [["rejected"], ["succeeded", "rejected"], ["another amount"]]
        if self.account == "wallets":
            tellings += [["expired"], ["expired", "succeeded"], ["review"], ["review", "succeeded"], ["review", "rejected"]]
        return [
            self.callback("succeeded", amount=450) if claim == "another amount" else self.callback(claim)
            for claim in random.choice(tellings)
        ]


def _sms_pay(order, claim, amount, secret, stands_for):
    event = {"succeeded": "paid", "review": "review_required"}.get(claim, claim)
    body = json.dumps({
        "event": f"payment.{event}", "environment": "SANDBOX", "timestamp": _moment() + "Z",
        "data": {
            "payment_intent_id": order.provider_id, "amount": str(amount), "currency": "BDT",
            "customer_reference": order.reference,
        },
    }).encode()
    signature = "sha256=" + _code(secret or WEBHOOK_SECRET, body)
    headers = (("Content-Type", "application/json"), ("X-Signature", signature))
    return Callback("wallets", headers, body, stands_for, order.reference)


def _pay2local(order, claim, amount, secret, stands_for):
    key, status, moment = secret or ACCESS_KEY, {"succeeded": "Approved", "rejected": "Rejected"}[claim], _moment() + "+06:00"
    fields = f"{order.reference}|{amount}|BDT|{status}|{moment}"
    body = json.dumps({
        "merchant_payment_id": order.reference, "requested_amount": amount, "currency": "BDT",
        "request_type": "Deposit" if order.kind == "deposit" else "Withdraw", "bank_type": "Bkash",
        "request_status": status, "transaction_id": f"trx-{order.reference}-{status}", "service_type": "p2p_agent",
        "timestamp": moment, "signature": _code(key, fields.encode()),
    }).encode()
    headers = (("Content-Type", "application/json"), ("x-signature", _code(key, body)), ("x-request-id", order.reference))
    return Callback("agents", headers, body, stands_for, order.reference)
