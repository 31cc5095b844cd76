import type { Reason, Ruling } from '~/statutes/ruling'

export type FieldErrors = Record<string, string[]>

/**
 * Something the user asked for and that cannot be done: thrown inside a command, so that its transaction rolls back, and
 * shown by the route. Never a programmer's error.
 * `status`: 400 bad input, 403 not allowed, 404 unknown, 409 the state or a rule forbids it, 429 too often.
 */
export class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 429
  readonly reasons: Reason[]
  readonly fieldErrors: FieldErrors

  constructor(
    message: string,
    options: { status?: Refusal['status']; reasons?: Reason[]; fieldErrors?: FieldErrors } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = options.status ?? 409
    this.reasons = options.reasons ?? []
    this.fieldErrors = options.fieldErrors ?? {}
  }
}

/** The actor may not do this: says nothing of what exists. */
export function forbidden(): Refusal {
  return new Refusal('Cette action n’est pas ouverte à votre fonction.', { status: 403 })
}

export function notFound(): Refusal {
  return new Refusal('Cette page n’existe pas ou n’est pas ouverte à votre fonction.', { status: 404 })
}

/** A typed value is wrong: message beside the field. */
export function badField(field: string, message: string): Refusal {
  return new Refusal(message, { status: 400, fieldErrors: { [field]: [message] } })
}

/** Throws unless the ruling is lawful; the refusal carries its reasons (article, figures, sentence). */
export function demandLawful(ruling: Ruling): void {
  if (ruling.outcome === 'lawful') return
  const sentence = ruling.reasons[0]?.sentence ?? 'Les statuts ne le permettent pas.'
  throw new Refusal(sentence, { reasons: ruling.reasons })
}
