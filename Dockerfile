# The explorer and the board are bundled here; nothing of the bundler reaches the image.
FROM node:26-slim AS build
WORKDIR /weir
COPY package.json package-lock.json ./
COPY web ./web
COPY schema ./schema
RUN npm ci --no-audit --no-fund

FROM node:26-slim AS packages
WORKDIR /weir
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 WEIR_STORE=sqlite:/data/weir.db NODE_COMPILE_CACHE=/tmp/weir-compile-cache
WORKDIR /weir
COPY --from=packages /weir/node_modules ./node_modules
COPY --from=build /weir/node_modules/.cache/weir ./node_modules/.cache/weir
COPY package.json ./
COPY bin ./bin
COPY docs/errors.md ./docs/
COPY queries ./queries
COPY schema ./schema
COPY src ./src
RUN mkdir /data && chown node:node /data && chmod 700 /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# A page of records outlives the collections of a small nursery, and would then be copied twice.
CMD ["node", "--max-semi-space-size=32", "bin/weir.js"]
