import type * as z from 'zod'

/** What is wrong in a file, and where: `bodies.ago.quorum[0].atLeast`. */
export interface Fault {
  path: string
  message: string
}

type Path = readonly PropertyKey[]

/** The name of the whole document, where a fault concerns no field of it. */
export const documentPath = '(fichier)'

const longest = 120
const mostKeys = 50

export const missing = 'ce champ est obligatoire'

/** One line, and short: a key or a value of the file may hold anything, at any depth. */
export function excerpt(value: unknown): string {
  if (Array.isArray(value)) return 'une liste'
  if (typeof value === 'object' && value !== null) return 'un objet'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value)
}

export function formatPath(path: Path): string {
  if (path.length === 0) return documentPath
  let text = ''
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`
    else if (/^[^\s.[\]"\p{C}]{1,100}$/u.test(String(key))) text += text === '' ? String(key) : `.${String(key)}`
    else text += `[${excerpt(String(key))}]`
  }
  return text
}

const kinds: Record<string, string> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  object: 'un objet',
  record: 'un objet',
  array: 'une liste',
  null: 'null',
}

/** The French of every fault that the schemas can find by themselves. */
export const frenchErrors: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return missing
    return `${kinds[issue.expected] ?? issue.expected} est attendu, pas ${excerpt(issue.input)}`
  }
  if (issue.code === 'invalid_value') {
    if (issue.input === undefined) return missing
    const admitted = issue.values.map((value) => excerpt(value)).join(', ')
    return `${excerpt(issue.input)} n’est pas admis ; valeurs admises : ${admitted}`
  }
  if (issue.code === 'invalid_union' && issue.discriminator)
    return 'ce genre n’existe pas ; genres admis : resolution, election, unanimity'
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'ce texte est vide'
    if (issue.origin === 'array') return `la liste compte au moins ${issue.minimum} élément`
    return `au moins ${issue.minimum} est attendu, pas ${excerpt(issue.input)}`
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `ce texte dépasse ${issue.maximum} caractères`
    return `au plus ${issue.maximum} est attendu, pas ${excerpt(issue.input)}`
  }
  return 'cette valeur n’est pas admise'
}

interface FaultIssue {
  path: Path
  message: string
}

/** One for each issue, and one for each unknown key. */
export function faultIssues(error: z.ZodError): FaultIssue[] {
  return error.issues.flatMap((issue): FaultIssue[] => {
    const { path, message } = issue
    if (issue.code !== 'unrecognized_keys') return [{ path, message }]
    return issue.keys.slice(0, mostKeys).map((key) => ({ path: [...path, key], message: 'champ inconnu' }))
  })
}

export function faultsOf(error: z.ZodError, prefix: Path = []): Fault[] {
  return faultIssues(error).map(({ path, message }) => ({ path: formatPath([...prefix, ...path]), message }))
}
