"""Load from wrk, and times of single requests."""

import re
import statistics

from machine import WORK, run


class Load:
    """What wrk saw: requests a second, their number, and the median and 99th percentile of the time each took, in
    milliseconds."""

    def __init__(self, text, may_be_refused):
        assert may_be_refused or "Non-2xx" not in text, text
        self.rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
        self.count = int(re.search(r"(\d+) requests in", text).group(1))
        self.median, self.p99 = (self._time(text, part) for part in (50, 99))

    @staticmethod
    def _time(text, part):
        number, unit = re.search(rf"{part}%\s+([\d.]+)(us|ms|s)", text).groups()
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def wrk(port, path, headers, connections, seconds, body=None, method="GET", may_be_refused=False):
    """Asks for one thing as often as possible; a `@` in the body becomes a number that differs each time."""
    script = WORK / "wrk.lua"
    fields = "".join(f"wrk.headers[{name!r}] = {value!r}\n" for name, value in headers.items())
    text = f"wrk.method = {method!r}\n{fields}"
    if body is not None:
        text += (
            f"local body = [==[{body}]==]\nlocal count = 0\n"
            "function request()\n  count = count + 1\n"
            "  return wrk.format(nil, nil, nil, (body:gsub('@', tostring(count))))\nend\n"
        )
    script.write_text(text)
    address = f"http://127.0.0.1:{port}{path}"
    return Load(run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(script), address]), may_be_refused)


def medians_in_turns(commands, turns):
    """Runs programs that print a time a line, in turns, so that what disturbs one disturbs all; of each run the first
    tenth is warm-up."""
    samples = [[] for _ in commands]
    for _ in range(turns):
        for sample, command in zip(samples, commands):
            times = [float(line) for line in run(command).split()]
            sample += times[len(times) // 10:]
    return [statistics.median(sample) for sample in samples]
