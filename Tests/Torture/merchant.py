"""The merchant's own system: it writes down every notification that it gets."""

import base64
import hashlib
import hmac
import http.server
import json
import random
import socketserver
import threading

SECRET_BYTES = b"a key of the torture, 24 bytes+"
SECRET = "whsec_" + base64.b64encode(SECRET_BYTES).decode()


class Merchant:
    """Listens until the end of the program."""

    # The part of all notifications that is taken and not answered.
    silence = 0

    def __init__(self, seed, tally):
        self.received = []
        self._lock = threading.Lock()
        self._random = random.Random(seed)
        self._tally = tally
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.merchant = self
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}/hooks"

    def take(self, headers, body):
        """Whether to answer."""
        id, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
        code = hmac.new(SECRET_BYTES, f"{id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
        signature = "v1," + base64.b64encode(code).decode()
        self._tally.expect(headers["webhook-signature"] == signature, "notification badly signed", id)
        content = json.loads(body)
        payment = content["data"]["payment"]["id"]
        with self._lock:
            self.received.append((payment, id, content["type"], content["data"]["sequence"]))
            return self._random.random() >= self.silence

    def of(self, payments):
        """What was received of these payments: {payment: [(id, type, sequence)]} in the order of arrival."""
        with self._lock:
            found = {payment: [] for payment in payments}
            for payment, *what in self.received:
                if payment in found:
                    found[payment].append(tuple(what))
        return found


class _Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Whoever was killed has left the line."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if not self.server.merchant.take(self.headers, body):
            self.close_connection = True
            return
        # In one piece: two small ones would wait for each other.
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    def log_message(self, *arguments):
        pass
