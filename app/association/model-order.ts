import { modelStatutes } from '~/statutes/model'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function like(model: unknown, value: unknown): unknown {
  if (!isObject(value)) return value
  const known = isObject(model) ? model : {}
  const keys = [
    ...Object.keys(known).filter((key) => key in value),
    ...Object.keys(value).filter((key) => !(key in known)),
  ]
  return Object.fromEntries(keys.map((key) => [key, like(known[key], value[key])]))
}

/** The database sorts the keys of JSON by length: back to the order of the model, in which categories and offices are read. */
export const inModelOrder = (settings: unknown): unknown => like(modelStatutes, settings)
