# Studyhall in a container; docs/operating.md says how it is started, and on what it was tried.
FROM node:26.10.0-bookworm-slim

WORKDIR /app

# From the lockfile, by their hashes. The optional packages are Node itself, which the base has. Not `npm ci`: it refuses a lockfile without
# the packages that Biome, which only developers need, has for other systems.
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY knowledge knowledge
COPY commands commands
COPY src src

# Not before the installation: npm would leave its own compile cache in /data, where it would be root's. PLAYGROUND stays off unless it is
# asked for, since HOST is no longer this machine alone.
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/data/cache/node \
    HOST=0.0.0.0 \
    PORT=8080 \
    DATA_DIR=/data

# A new volume takes its owner from here.
RUN install --directory --owner=node --group=node /data
VOLUME /data
USER node

STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Not npm: it would stand between the program and its signals.
CMD ["node", "src/main.ts"]
