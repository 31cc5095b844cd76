import { once } from 'node:events'
import { createServer } from 'node:http'
import path from 'node:path'
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js'
import type { ServerBuild } from '@remix-run/node'
import { createApp } from '~/run/http/app'

const app = path.resolve(import.meta.dirname, '../../app')

type Route = ServerBuild['routes'][string]

/** The whole site as the build names it, from its sources: every route, and the server around them. */
export async function wholeSite(): Promise<ServerBuild> {
  const found = [
    { id: 'root', path: '', file: 'root.tsx', parentId: undefined, index: undefined },
    ...Object.values(flatRoutes(app)).map(({ parentId = 'root', ...route }) => ({ ...route, parentId })),
  ]
  const loaded = await Promise.all(
    found.map(async ({ file, ...route }): Promise<Route> => {
      const module = await import(path.join(app, file))
      return { ...route, module: { ...module, default: module.default } } as Route
    }),
  )
  return siteOf(loaded, await import('~/entry.server'))
}

/** These routes as a build. */
export function siteOf(routes: readonly Route[], entry: ServerBuild['entry']['module']): ServerBuild {
  return {
    entry: { module: entry },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      version: 'test',
      url: '/assets/manifest.js',
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(routes.map((route) => [route.id, manifestOf(route)])),
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/site/client',
    basename: '/',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
    mode: 'production',
  }
}

function manifestOf({ id, path, parentId, index, module }: Route) {
  return {
    ...{ id, path, parentId, index, caseSensitive: undefined, module: `/assets/${id}.js`, imports: [], css: [] },
    hasLoader: 'loader' in module,
    hasAction: 'action' in module,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: 'ErrorBoundary' in module,
  }
}

/** Serves a site on this machine. Returns its address and the way to stop it. */
export async function serveSite(build: ServerBuild): Promise<{ base: string; port: number; stop: () => void }> {
  const server = createServer(createApp(build)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { base: `http://127.0.0.1:${port}`, port, stop }
}

type Address = { id: string; path: string; hasAction: boolean; isPage: boolean }

/** The addresses of the routes, with their parameters: `assemblees/:id/vote`. Those of a page's frame are left out. */
export function addressesOf(build: ServerBuild): Address[] {
  const full = (route: Route | undefined): string =>
    route ? [full(build.routes[route.parentId ?? '']), route.path].filter(Boolean).join('/') : ''
  return Object.values(build.routes)
    .filter(({ id }) => id !== 'root')
    .map((route) => ({
      id: route.id,
      path: `/${full(route)}`,
      hasAction: 'action' in route.module,
      isPage: Boolean(route.module.default),
    }))
}

/** An address with an id that nobody has, or the one given, in place of each parameter. */
export const filled = (path: string, id = '019acb1e-7f3a-7c11-9a55-0d2f6a1b3c4d') =>
  path
    .replace(/:year/, '2027')
    .replace(/:(number|rank)/, '1')
    .replace(/:\w+|\*/g, id)
