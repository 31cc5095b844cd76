import type { ServerBuild } from '@remix-run/node'

type Module = ServerBuild['routes'][string]['module']

/** The build with some of its modules changed; null leaves one as it is. */
export function mapModules(build: ServerBuild, change: (module: Module, id: string) => Module | null): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const changed = change(route.module, id)
    return [id, changed ? { ...route, module: changed } : route] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
}
