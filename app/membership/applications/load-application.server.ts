import type { Application } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import { answersSchema, type Answers } from './application.form'
import type { Applicant } from './application-mails.server'

export type Waiting = Application & { applicant: Applicant }

/** Holds an application until the transaction ends. Refused once it is decided or withdrawn (409); 404 for none such. */
export async function lockWaiting(tx: Tx, id: string): Promise<Waiting> {
  await tx.$queryRaw`select 1 from "Application" where id = ${id}::uuid for no key update`
  const row = await tx.application.findUnique({ where: { id } })
  if (!row) throw notFound()
  if (row.state !== 'SUBMITTED' && row.state !== 'LISTED')
    throw new Refusal('Cette candidature n’attend plus de décision.')
  const { label, email, reference } = row
  return { ...row, applicant: { label, email, reference, answers: readAnswers(row.answers) } }
}

/** The answers as they were kept; throws on a shape that we never wrote. */
export const readAnswers = (stored: unknown): Answers => answersSchema.parse(stored)
