import * as z from 'zod'

/** What is wrong in a file, and where: `bodies.ago.quorum[0].atLeast`. */
export interface Fault {
  path: string
  message: string
}

type Path = readonly PropertyKey[]

/** The name of the whole document, where a fault concerns no field of it. */
export const documentPath = '(fichier)'

const longest = 120

/** One line, and short: a key or a value of the file may hold anything. */
export function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
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
    if (issue.input === undefined) return 'ce champ est obligatoire'
    return `${kinds[issue.expected] ?? issue.expected} est attendu, pas ${excerpt(issue.input)}`
  }
  if (issue.code === 'invalid_value') {
    if (issue.input === undefined) return 'ce champ est obligatoire'
    const admitted = issue.values.map((value) => excerpt(value)).join(', ')
    return `${excerpt(issue.input)} n’est pas admis ; valeurs admises : ${admitted}`
  }
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

/** One fault for each issue, and one for each unknown key. */
export function faultsOf(error: z.ZodError, prefix: Path = []): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path]
    if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(path), message: issue.message }]
    return issue.keys.map((key) => ({ path: formatPath([...path, key]), message: 'champ inconnu' }))
  })
}
