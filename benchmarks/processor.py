"""The service's processor time for a request, whatever waits and whoever else works meanwhile."""

from load import wrk
from machine import Sample
from table import ratio


def time_of(work, service, path, headers, body, limit, rounds, seconds):
    """Against the least answer of the framework and all middleware. Not `/livez`, which the event loop answers by itself."""
    tag = service.request("GET", "/openapi.json")[1]["etag"]

    def microseconds(path, headers, body=None):
        before = service.processor_seconds()
        count = wrk(service.port, path, headers, 32, seconds, body, "POST" if body else "GET").count
        return 1e6 * (service.processor_seconds() - before) / count

    times = [(microseconds(path, headers, body), microseconds("/openapi.json", {"If-None-Match": tag}))
             for _ in range(rounds + 1)][1:]
    own, least = (Sample(column).median for column in zip(*times))
    return ratio(
        f"{work}: processor time", "an empty answer", Sample(time / least for time, least in times), limit,
        f"{own:.0f} µs; {least:.0f} µs", False)
