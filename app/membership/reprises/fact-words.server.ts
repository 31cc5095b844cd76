import { statutesInForce } from '~/association/in-force.server'
import { LATE_JOINER_WORDS } from '~/dues/board/period-words'
import { categoryLabel } from '~/members/register/category-label'
import type { Identity } from '~/members/identity/member.form'
import { namesOf, personLabel } from '~/members/identity/names'
import { officeLabel } from '~/offices/office-labels'
import { CAUSES } from '~/offices/delegation.form'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { addYears } from '~/statutes/civil-date'
import { euros, frenchDate } from '~/ui/format'
import type { Statutes } from '~/statutes/schema'
import type { Fact } from './facts'
import { DEPARTURES, firstDayOut, RESIGNATION_CHANNELS, type DepartureInput } from '../leaving/departure.form'
import { importWords } from './import-words'

export type FactWords = {
  /** « Anne Martin entre au registre comme membre actif, admise le 3 mai 2027 » */
  sentence: string
  /** what else is entered, for whoever signs to read */
  details: { term: string; value: string }[]
}

/** What each fact says, in words; names are those of today. */
export async function factWords(db: Db | Tx, ctx: Pick<Context, 'now'>, facts: readonly Fact[]): Promise<FactWords[]> {
  const { statutes } = await statutesInForce(db, parisDate(ctx.now))
  return Promise.all(facts.map((fact) => wordsOf(db, statutes, fact)))
}

async function wordsOf(db: Db | Tx, statutes: Statutes, fact: Fact): Promise<FactWords> {
  const member = (id: string) => labelOf(db, id)
  switch (fact.kind) {
    case 'member': {
      const { registration } = fact
      const { label } = namesOf({ ...registration, number: 0 })
      return {
        sentence: `${label} entre au registre comme ${categoryLabel(statutes, registration.category)}, avec effet du ${frenchDate(registration.admittedOn)}.`,
        details: identityDetails(registration),
      }
    }
    case 'import':
      return importWords(fact)
    case 'identity':
      return {
        sentence: `La fiche de ${await member(fact.memberId)}, qui tient une fonction au Bureau, devient celle-ci ; son courriel est celui par lequel cette personne se connecte.`,
        details: [
          { term: 'Nom', value: namesOf({ ...fact.identity, number: 0 }).label },
          ...identityDetails(fact.identity),
        ],
      }
    case 'category':
      return plain(
        `${await member(fact.memberId)} devient ${categoryLabel(statutes, fact.category)} à compter du ${frenchDate(fact.on)}.`,
      )
    case 'return':
      return plain(
        `${await member(fact.memberId)} est de nouveau membre, comme ${categoryLabel(statutes, fact.category)}, à compter du ${frenchDate(fact.on)}.`,
      )
    case 'departure': {
      const { memberId, departure } = fact
      return {
        sentence: `${await member(memberId)} n’est plus membre à compter du ${frenchDate(firstDayOut(departure))}. Ses fonctions au Bureau et ses pouvoirs prennent fin.`,
        details: departureDetails(departure),
      }
    }
    case 'representative': {
      const { from, quality, kind, mandateOn, email } = fact.representative
      const title = kind === 'LEGAL' ? 'la représentation légale' : 'la suppléance'
      return {
        sentence: `${personLabel(fact.representative)} assure ${title} de « ${await member(fact.memberId)} » à compter du ${frenchDate(from)}.`,
        details: filled([
          { term: 'Qualité', value: quality },
          { term: 'Mandat décisionnel', value: mandateOn && frenchDate(mandateOn) },
          { term: 'Courriel', value: email },
        ]),
      }
    }
    case 'representative-end': {
      const person = await db.representative.findUnique({ where: { id: fact.representativeId } })
      return plain(
        `${person ? personLabel(person) : 'Une personne'} ne représente plus « ${await member(fact.memberId)} » après le ${frenchDate(fact.until)}.`,
      )
    }
    case 'mandate': {
      const { office, memberId, from, termEnd, endPrevious } = fact.mandate
      const until = termEnd ?? addYears(from, statutes.termYears)
      const succeeds = endPrevious ? ' Le mandat de la personne qui tenait cette fonction prend fin ce jour-là.' : ''
      return plain(
        `${await member(memberId)} tient la fonction « ${officeLabel(office)} » du ${frenchDate(from)} au ${frenchDate(until)}.${succeeds}`,
      )
    }
    case 'mandate-end': {
      const mandate = await db.mandate.findUnique({
        where: { id: fact.mandateId },
        select: { office: true, holderName: true },
      })
      return plain(
        `Les fonctions de ${mandate?.holderName ?? ''} (${officeLabel(mandate?.office ?? '')}) prennent fin le ${frenchDate(fact.endedOn)} : ${fact.reason}. Les délégations données prennent fin aussi.`,
      )
    }
    case 'replacement': {
      const { mandateId, cause, startsOn, endsOn } = fact.replacement
      const vice = await db.mandate.findUnique({ where: { id: mandateId }, select: { holderName: true } })
      const until = endsOn ? ` jusqu’au ${frenchDate(endsOn)}` : ''
      const ends = cause === 'absence' ? '' : ' Le mandat du Président prend fin ce jour-là.'
      return plain(
        `${vice?.holderName ?? ''} remplace le Président à compter du ${frenchDate(startsOn)}${until} (${CAUSES[cause]}).${ends}`,
      )
    }
    case 'internal-rules':
      return {
        sentence: `Le règlement intérieur approuvé par le Bureau le ${frenchDate(fact.approvedOn)} est publié, en vigueur à compter du ${frenchDate(fact.effectiveFrom)}.`,
        details: [
          { term: 'Fichier', value: fact.fileName },
          { term: 'Empreinte (SHA-256)', value: fact.fileHash },
        ],
      }
    case 'dues': {
      const { year, dueOn, amounts, lateJoiners } = fact.dues
      return {
        sentence: `La cotisation ${year} est appelée selon ces montants, due le ${frenchDate(dueOn)}.`,
        details: [
          ...Object.entries(amounts).map(([key, cents]) => ({
            term: categoryLabel(statutes, key),
            value: euros(cents),
          })),
          { term: 'Arrivées en cours d’année', value: LATE_JOINER_WORDS[lateJoiners] },
        ],
      }
    }
  }
}

const plain = (sentence: string): FactWords => ({ sentence, details: [] })

async function labelOf(db: Db | Tx, id: string): Promise<string> {
  const member = await db.member.findUnique({ where: { id }, select: { label: true } })
  return member?.label ?? 'un membre'
}

/** What identifies a new member and says where it is. */
function identityDetails(registration: Identity): FactWords['details'] {
  const own =
    registration.kind === 'BODY'
      ? [
          { term: 'Forme', value: registration.legalForm },
          { term: 'FINESS', value: registration.finess },
          { term: 'SIRET', value: registration.siret },
          { term: 'RNA', value: registration.rna },
        ]
      : [
          { term: 'Profession', value: registration.profession },
          { term: 'RPPS', value: registration.rpps },
          { term: 'Date de naissance', value: registration.bornOn && frenchDate(registration.bornOn) },
        ]
  const { email, phone, street, postcode, town } = registration
  const place = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const all = [
    ...own,
    { term: 'Courriel', value: email },
    { term: 'Téléphone', value: phone },
    { term: 'Adresse', value: place },
  ]
  return filled(all)
}

function departureDetails(departure: DepartureInput): FactWords['details'] {
  const received = departure.kind === 'RESIGNED' ? departure : null
  return filled([
    { term: 'Cause', value: DEPARTURES[departure.kind] },
    { term: 'Reçue', value: received && frenchDate(received.receivedOn) },
    { term: 'Forme', value: received && RESIGNATION_CHANNELS[received.channel] },
    { term: 'Précision', value: departure.reason },
  ])
}

const filled = (all: { term: string; value: string | null | undefined }[]): FactWords['details'] =>
  all.flatMap(({ term, value }) => (value ? [{ term, value }] : []))
