"""A stand-in for Anthropic's Messages API on loopback, which plays the turns of a scenario, one a request with tools."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

USAGE = {"input_tokens": 1200, "output_tokens": 85, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0}


class StandInModel:
    """Serves under a name on loopback until it is closed. A turn is {"content": [blocks]} or {"status": 529, "error": type, "message": text}."""

    def __init__(self, turns, name="127.0.0.1"):
        self.turns = list(turns)
        self.played = 0
        # The body of the last request.
        self.asked = None
        self.lock = threading.Lock()
        model = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_HEAD(self):
                self.send_response(200)
                self.send_header("content-length", "0")
                self.end_headers()

            def do_GET(self):
                self.answer(404, {})

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
                if "count_tokens" in self.path:
                    self.answer(200, {"input_tokens": 10})
                elif "/messages" not in self.path:
                    self.answer(200, {})
                else:
                    self.play(model.next_turn(body), body)

            def play(self, turn, body):
                if "status" in turn:
                    error = {"type": turn["error"], "message": turn["message"]}
                    return self.answer(turn["status"], {"type": "error", "error": error})
                blocks = turn["content"]
                stop = "tool_use" if any(block["type"] == "tool_use" for block in blocks) else "end_turn"
                message = {
                    "id": f"msg_{model.played:02}", "type": "message", "role": "assistant", "model": body["model"],
                    "content": blocks, "stop_reason": stop, "stop_sequence": None, "usage": USAGE,
                }  # fmt: skip
                if not body.get("stream"):
                    return self.answer(200, message)
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.send_header("connection", "close")
                self.end_headers()
                self.event("message_start", message={**message, "content": [], "stop_reason": None})
                for index, block in enumerate(blocks):
                    self.stream_block(index, block)
                delta = {"stop_reason": stop, "stop_sequence": None}
                self.event("message_delta", delta=delta, usage={"output_tokens": 85})
                self.event("message_stop")
                self.close_connection = True

            def stream_block(self, index, block):
                if block["type"] == "text":
                    start, deltas = {"text": ""}, [{"type": "text_delta", "text": block["text"]}]
                elif block["type"] == "thinking":
                    start = {"thinking": "", "signature": ""}
                    deltas = [
                        {"type": "thinking_delta", "thinking": block["thinking"]},
                        {"type": "signature_delta", "signature": "c2ln"},
                    ]
                else:
                    start = {"id": block["id"], "name": block["name"], "input": {}}
                    deltas = [{"type": "input_json_delta", "partial_json": json.dumps(block["input"])}]
                self.event("content_block_start", index=index, content_block={"type": block["type"], **start})
                for delta in deltas:
                    self.event("content_block_delta", index=index, delta=delta)
                self.event("content_block_stop", index=index)

            def event(self, name, **fields):
                data = json.dumps({"type": name, **fields})
                self.wfile.write(f"event: {name}\ndata: {data}\n\n".encode())
                self.wfile.flush()

            def answer(self, status, value):
                data = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self.server = ThreadingHTTPServer((name, 0), Handler)
        self.address = f"http://{name}:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def begin(self, turns):
        """Plays another scenario from now on."""
        with self.lock:
            self.turns, self.played = list(turns), 0

    def next_turn(self, body):
        if not body.get("tools"):
            return {"content": [{"type": "text", "text": "ok"}]}
        with self.lock:
            self.asked = body
            turn = self.turns[min(self.played, len(self.turns) - 1)]
            self.played += 1
            return turn

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
