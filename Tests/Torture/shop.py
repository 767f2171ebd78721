"""A merchant's folder with configuration and store, the program on it, and the simulated providers."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time

import callbacks
import merchant
from callbacks import Order

API_KEY = "sk_test_torture_0123456789"
PUBLIC_KEY = "public_torture_0123456789"
OWN_KEY = "key_of_the_merchant_0123456789"

# The variables are those of whoever runs this, and not of this merchant.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PAYMENTS_")}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until(condition, what, seconds=120):
    """Patiently: a slow machine is no fault of the program's."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.005)


class Process:
    """One run of the program. Its standard error is a file."""

    all = []

    def __init__(self, program, arguments, errors, wrapper=()):
        self.errors = errors
        with open(errors, "wb") as file:
            self._process = subprocess.Popen(
                [*wrapper, program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=file,
                env=ENVIRONMENT,
            )
        self.pid = self._process.pid
        Process.all.append(self)

    @property
    def text(self):
        with open(self.errors, encoding="utf-8", errors="replace") as file:
            return file.read()

    @property
    def has_ended(self):
        return self._process.poll() is not None

    def port(self):
        """Waits until it listens."""
        wait_until(lambda: "listening on" in self.text or self.has_ended, what="the program to listen")
        lines = [line for line in self.text.splitlines() if line.startswith("listening on ")]
        if not lines:
            raise RuntimeError(f"the program does not listen: {self.text[-500:]}")
        return int(lines[0].rsplit(":", 1)[1])

    @property
    def exit_code(self):
        return self._process.returncode

    def kill(self):
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self):
        """Asks it to end. What it exits with."""
        self._process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self):
        """Until it ends by itself. What it exits with."""
        return self._process.wait(timeout=120)


class Town:
    """The providers and the merchant's own system: what stays while the program comes and goes."""

    def __init__(self, program, folder, seed, tally):
        self.program = program
        self.folder = folder
        self.merchant = merchant.Merchant(seed, tally)
        # Callbacks are made here and not by the simulators: nobody settles anything there.
        nowhere = "http://127.0.0.1:1/"
        self._simulators = [
            self._simulate(
                "smspay", "--api-key", API_KEY, "--webhook-secret", callbacks.WEBHOOK_SECRET, "--webhook-url", nowhere
            ),
            self._simulate(
                "pay2local", "--access-key", callbacks.ACCESS_KEY, "--public-key", PUBLIC_KEY, "--callback-url", nowhere
            ),
        ]
        self.sms_pay, self.pay2local = (process.port() for process in self._simulators)

    def _simulate(self, name, *arguments):
        errors = os.path.join(self.folder, f"{name}.log")
        return Process(self.program, ["simulate", name, "--port", "0", *arguments], errors)

    def intents(self, reference):
        """How many intents SMS Pay has of a reference."""
        found, page = 0, 1
        while True:
            headers = [("X-Api-Key", API_KEY)]
            answer = ask(self.sms_pay, "GET", f"/v1/payments/intents?page={page}&limit=100", headers=headers)
            intents = json.loads(answer.body)["data"]
            found += sum(intent["customerReference"] == reference for intent in intents)
            if len(intents) < 100:
                return found
            page += 1

    def end(self):
        """Leaves nothing running behind."""
        for process in Process.all:
            if not process.has_ended:
                process.kill()


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()


def ask(port, method, path, body=b"", headers=(), timeout=120):
    """One request on a connection of its own. A header may come twice."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.putrequest(method, path)
        for name, value in [*headers, ("Content-Length", str(len(body)))]:
            connection.putheader(name, value)
        connection.endheaders(body)
        return Answer(connection.getresponse())
    finally:
        connection.close()


class Shop:
    """A folder with a configuration and a store; `payments serve` runs on it or does not."""

    def __init__(self, town, name, folder=None, tells=True, store="sqlite:payments.sqlite"):
        self.town = town
        self.folder = folder or os.path.join(town.folder, name)
        os.makedirs(self.folder, exist_ok=True)
        self.store = os.path.join(self.folder, "payments.sqlite")
        self.configuration = os.path.join(self.folder, "payments.yaml")
        self.errors = os.path.join(town.folder, f"{name}.log")
        self.port = free_port()
        self.process = None
        with open(self.configuration, "w", encoding="utf-8") as file:
            file.write(self._yaml(tells, store))

    def start(self, wrapper=()):
        self.process = Process(self.town.program, ["serve", "--config", self.configuration], self.errors, wrapper)
        self.process.port()

    def kill(self):
        self.process.kill()

    def run(self, *arguments):
        """Another command on the same configuration, to its end."""
        return subprocess.run(
            [self.town.program, *arguments, "--config", self.configuration, "--output", "json"],
            env=ENVIRONMENT, capture_output=True, text=True, timeout=300,
        )

    def send(self, callback, timeout=120):
        process = self.process
        answer = ask(self.port, "POST", callback.path, callback.body, callback.headers, timeout)
        answer.process = process
        return answer

    def ask(self, path):
        return ask(self.port, "GET", path)

    def request_creation(self, reference, account="wallets", kind="deposit", timeout=120):
        """Asks for a payment over the REST interface."""
        fields = {"amount": "500", "reference": reference, "provider": account, "kind": kind}
        if account == "wallets":
            fields["expiresIn"] = 3600
        if kind == "withdrawal":
            fields |= {"payee": "01711111111", "method": "bkash"}
        headers = [("Authorization", f"Bearer {OWN_KEY}"), ("Content-Type", "application/json")]
        return ask(self.port, "POST", "/payments", json.dumps(fields).encode(), headers, timeout)

    def create(self, reference, account="wallets", kind="deposit"):
        answer = self.request_creation(reference, account, kind)
        if answer.status != 201:
            raise RuntimeError(f"{reference} was not created: {answer.status} {answer.body[:200]}")
        payment = json.loads(answer.body)
        return Order(payment["id"], payment["providerPaymentID"], reference, account, kind)

    def wait_until_told(self, orders, count=2):
        """Waits until the merchant has heard so much of each payment, and that is written down."""
        ids, merchant = [order.id for order in orders], self.town.merchant
        wait_until(lambda: all(len(set(told)) >= count for told in merchant.of(ids).values()), "notifications")
        wait_until(lambda: not self.run("notifications", "--state", "pending").stdout.strip(), "an empty outbox")

    def _yaml(self, tells, store):
        told = f"notifications: {{ url: {self.town.merchant.url}, secret: {merchant.SECRET} }}" if tells else ""
        return f"""\
environment: sandbox
store: {store}
server: {{ host: 127.0.0.1, port: {self.port}, apiKeys: [{OWN_KEY}] }}
providers:
  enabled: [wallets, agents]
  wallets:
    adapter: smspay
    baseURL: http://127.0.0.1:{self.town.sms_pay}
    apiKey: {API_KEY}
    webhookSecrets: [{callbacks.WEBHOOK_SECRET}]
  agents:
    adapter: pay2local
    baseURL: http://127.0.0.1:{self.town.pay2local}/api/v1
    accessKey: {callbacks.ACCESS_KEY}
    publicKey: {PUBLIC_KEY}
    returnURL: https://shop.example/back
    serviceType: p2p_agent
    headerSignature: rawBody
    bodySignature: fields
    signedFields: [merchant_payment_id, requested_amount, currency, request_status, timestamp]
    signedFormat: values
    signedFieldSeparator: "|"
routes:
  deposit: [wallets, agents]
  withdrawal: [agents]
{told}
"""
