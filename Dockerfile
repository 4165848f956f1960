# The service in a container: see docs/operations.md, "Install", for how to run it.
FROM swift:6.3-bookworm AS build
WORKDIR /work
COPY . .
RUN scripts/build-release

FROM debian:bookworm-slim
COPY --from=build /work/dist/lodestone_*.deb /tmp/
# A fixed number for the owner of volumes.
RUN useradd --system --user-group --uid 990 --home-dir /var/lib/lodestone --shell /usr/sbin/nologin lodestone \
    && apt-get update \
    && apt-get install --yes --no-install-recommends /tmp/lodestone_*.deb \
    && rm -rf /tmp/lodestone_*.deb /var/lib/apt/lists/* \
    && install --directory --mode=700 --owner=lodestone --group=lodestone /var/lib/lodestone
ENV LODESTONE_DATA=/var/lib/lodestone LODESTONE_HOST=0.0.0.0
USER lodestone
VOLUME /var/lib/lodestone
EXPOSE 8080
ENTRYPOINT ["lodestone"]
CMD ["serve"]
