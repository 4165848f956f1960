"""A push service on loopback, and a device that has subscribed at it."""

import base64
import http.server
import json
import os
import queue
import threading

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class PushService:
    """Takes messages for one device, which alone can read them."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = os.urandom(16)
        self.received = queue.Queue()
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.received.put(service.decrypt(body))
                self.send_response(201)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    @property
    def subscription(self):
        """What a browser's subscription is in JSON."""
        keys = {"p256dh": text_of(self.public_key), "auth": text_of(self.secret)}
        return json.dumps({"endpoint": f"http://{self.place}/device", "keys": keys})

    @property
    def public_key(self):
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def message(self, timeout=60):
        """Waits for the next message, and returns what the device reads in it."""
        return self.received.get(timeout=timeout)

    def decrypt(self, body):
        """What a browser makes of a message's body (RFC 8291, 3.4; RFC 8188, 2)."""
        salt, sender, record = body[:16], body[21:86], body[86:]
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
        key = derive(shared, self.secret, b"WebPush: info\0" + self.public_key + sender, 32)
        nonce = derive(key, salt, b"Content-Encoding: nonce\0", 12)
        padded = AESGCM(derive(key, salt, b"Content-Encoding: aes128gcm\0", 16)).decrypt(nonce, record, None)
        return padded.rstrip(b"\0")[:-1].decode()


def derive(secret, salt, info, length):
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def text_of(value):
    return base64.urlsafe_b64encode(value).decode().rstrip("=")
