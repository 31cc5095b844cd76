import { data, type ServerBuild } from '@remix-run/node'
import { newComing, withBoundedBody } from './bounded-body'
import type { FormLimits } from './form-shape'
import { mapModules } from './map-modules'

type Module = ServerBuild['routes'][string]['module']
type Params = Readonly<Record<string, string | undefined>>

const USUAL: FormLimits = { bytes: 1_000_000, fields: 1_000, signs: 150_000 }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SHAPES: Record<string, RegExp> = {
  year: /^\d{4}$/,
  number: /^\d{1,9}$/,
  rank: /^\d{1,3}$/,
  token: /^[\w-]{1,200}$/,
}

/**
 * The build whose routes are given nothing that they could not read: parameters have their shape (404), and forms are read
 * within limits, 1 MB and 1,000 fields unless the route says more in `handle.form`.
 */
export const withGuardedRoutes = (build: ServerBuild): ServerBuild =>
  // the frame is drawn around whatever the page answers
  mapModules(build, (module, id) => (id === 'root' ? null : guarded(module)))

function guarded(module: Module): Module {
  const { loader, action } = module
  const limits = { ...USUAL, ...formOf(module.handle) }
  const coming = newComing()
  return {
    ...module,
    ...(loader && {
      loader: async (args) => {
        demandShapes(args.params)
        return loader(args)
      },
    }),
    ...(action && {
      action: async (args) => {
        demandShapes(args.params)
        const { request, done } = withBoundedBody(args.request, limits, coming)
        try {
          return await action({ ...args, request })
        } finally {
          done()
        }
      },
    }),
  } satisfies Module
}

function demandShapes(params: Params): void {
  const isShaped = ([name, value = '']: [string, string | undefined]) =>
    name === '*' || (/^id$|Id$/.test(name) ? UUID : SHAPES[name])?.test(value) === true
  if (!Object.entries(params).every(isShaped)) throw data(null, { status: 404 })
}

function formOf(handle: unknown): Partial<FormLimits> {
  return typeof handle === 'object' && handle !== null && 'form' in handle ? (handle.form as Partial<FormLimits>) : {}
}
