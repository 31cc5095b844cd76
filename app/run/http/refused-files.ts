import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node'
import { mapModules } from './map-modules'

type Route = ServerBuild['routes'][string]
type Loader = NonNullable<Route['module']['loader']>

const READS = new Set(['GET', 'HEAD'])

/**
 * The build whose files (routes without a page: PDF, CSV, JSON) are refused to a browser by the same calm page as
 * everywhere: the loader's status is kept, and nothing is said that the status does not say. A program that asks for
 * anything but a page gets the bare answer.
 */
export function withRefusedFiles(build: ServerBuild, mode: string): ServerBuild {
  const refusals = new WeakMap<object, unknown>()
  const pages = createRequestHandler(mapFiles(build, refusalPage(refusals)), mode)
  const answer =
    (loader: Loader): Loader =>
    async (args) => {
      try {
        return await loader(args)
      } catch (refusal) {
        if (refusal instanceof Response || !wantsPage(args)) throw refusal
        const context = { ...args.context }
        refusals.set(context, refusal)
        return pages(args.request, context)
      }
    }
  return mapFiles(build, ({ loader, ...module }) => (loader ? { ...module, loader: answer(loader) } : null))
}

/** As a page, a file throws what its loader threw: the frame of the site draws it. */
const refusalPage = (refusals: WeakMap<object, unknown>) => (module: Route['module']) => ({
  ...module,
  default: () => null,
  loader: ({ context }: LoaderFunctionArgs) => {
    throw refusals.get(context)
  },
})

const mapFiles = (build: ServerBuild, change: (module: Route['module']) => Route['module'] | null) =>
  mapModules(build, (module) => ('default' in module && module.default ? null : change(module)))

const wantsPage = ({ request }: LoaderFunctionArgs) =>
  READS.has(request.method) && request.headers.get('accept')?.includes('text/html') === true
