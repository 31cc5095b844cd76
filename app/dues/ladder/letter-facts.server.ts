import { capital } from '~/statutes/french'
import { association, statutesInForce } from '~/association/in-force.server'
import { officeLabel } from '~/offices/office-labels'
import { presidency } from '~/offices/mandates.server'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { notFound } from '~/platform/refusal'
import { later } from '~/statutes/civil-date'
import { reminderRank } from '~/statutes/dues-ladder-stages'
import type { Statutes } from '~/statutes/schema'
import { stepsTaken } from './case-facts.server'
import { ladderFacts, type LadderRow } from './facts.server'
import { acceptedDays, failedDeliveries } from './undelivered.server'
import { bankWords } from './writer.server'

/** What the two registered letters of 6.4-b say of one dues. */
export type LetterFacts = Pick<LadderRow, 'memberId' | 'year' | 'dueOn' | 'owedCents' | 'closedAs' | 'notice'> & {
  statutes: Statutes
  stage: string | null
  amountCents: number
  reference: string
  calledOn: string | null
  /** days on which the reminders really left; for those whose mail did not arrive, that of what went in its place */
  remindedOn: string[]
  explainedOn: string[]
  associationName: string
  email: string
  address: string
  /** « IBAN FR76…, BIC … », or null when none is known */
  bank: string | null
  url: string
  signer: { name: string; title: string }
}

/** The facts of one dues for its letters, under the statutes of a day; 404 when there is none. */
export async function letterFacts(tx: Tx, duesId: string, on: string): Promise<LetterFacts> {
  const [row] = await ladderFacts(tx, [duesId], on)
  const dues = await tx.dues.findUnique({ where: { id: duesId }, select: { amountCents: true, reference: true } })
  const steps = await stepsTaken(tx, duesId)
  const failed = await failedDeliveries(tx, duesId)
  const accepted = await acceptedDays(tx, duesId)
  const { statutes } = await statutesInForce(tx, on)
  const home = await association(tx)
  const { mandate, vacant } = await presidency(tx, on)
  const letter = await tx.registeredLetter.findUnique({
    where: { kind_subjectId: { kind: 'dues-formal-notice', subjectId: duesId } },
    select: { id: true },
  })
  if (!row || !dues) throw notFound()
  const explanations = letter
    ? await tx.explanation.findMany({
        where: { letterId: letter.id },
        select: { receivedOn: true },
        orderBy: { receivedOn: 'asc' },
      })
    : []
  const president = mandate && !vacant ? mandate : null
  return {
    ...row,
    ...dues,
    statutes,
    stage: row.last?.stage ?? null,
    calledOn: steps.find(({ stage }) => stage === 'called')?.on ?? null,
    remindedOn: steps
      .filter(({ stage }) => reminderRank(stage) !== null)
      .map(({ stage, on: sentOn }) => {
        const wentOn = failed.get(stage)?.again?.on ?? sentOn
        return later(wentOn, accepted.get(stage) ?? wentOn)
      })
      .toSorted(),
    explainedOn: explanations.map(({ receivedOn }) => isoDate(receivedOn)),
    associationName: home.name,
    email: home.email,
    address: `${home.seatStreet}, ${home.postcode} ${home.town}`,
    bank: bankWords(home),
    url: `${env().PUBLIC_URL}/explications`,
    signer: president
      ? { name: president.holderName, title: capital(officeLabel('president')) }
      : { name: '', title: 'Pour le Bureau' },
  }
}
