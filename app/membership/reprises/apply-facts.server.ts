import { openMissingDues } from '~/dues/open-missing-dues.server'
import { writeTakenOverPeriod } from '~/dues/take-over-period.server'
import { conveneNewcomers } from '~/meetings/convene/convene-newcomers.server'
import type { Citation } from '~/members/register/citation.form'
import { originColumns, type Origin } from '~/members/register/origin'
import { writeRepresentative } from '~/members/representatives/write-representative.server'
import { writeIdentity } from '~/members/identity/update-member.server'
import { writeMember } from '~/members/register/write-member.server'
import { closeMandate } from '~/offices/end-mandate.server'
import { lockOffices } from '~/offices/mandates.server'
import { writeReplacement } from '~/offices/record-replacement.server'
import { writeMandate } from '~/offices/write-mandate.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { badField } from '~/platform/refusal'
import { plainDate } from '~/statutes/french'
import { writeCategory } from '../admission/change-category.server'
import { demandNamed, readmit } from '../admission/readmit-member.server'
import { writeDeparture } from '../leaving/record-departure.server'
import { closeRepresentative } from '../representatives/end-representative.server'
import { applyInternalRules } from './apply-internal-rules.server'
import { applyImportFact } from './apply-import-fact.server'
import { firstDay, type Fact } from './facts'

export type Applied = { facts: readonly Fact[]; citation: Citation; repriseId: string }

/**
 * Enters the facts of a reprise, each judged as it would be anywhere else, in the transaction of the second signature (or to try
 * them, before they are proposed). Refused with the article: what the rules of each room refuse, a fact dated before the act cited.
 */
export async function applyFacts(tx: Tx, ctx: Context, { facts, citation, repriseId }: Applied): Promise<void> {
  if (citation.decidedOn > parisDate(ctx.now))
    throw badField('decidedOn', 'Cet acte est à venir : citez-le une fois pris.')
  const origin: Origin = { kind: 'reprise', repriseId, reason: `reprise : ${citation.source}` }
  for (const fact of facts) {
    const day = firstDay(fact)
    if (day !== null && day < citation.decidedOn)
      throw badField(
        'decidedOn',
        `Le fait commencerait le ${plainDate(day)}, avant l’acte qui le décide : corrigez l’une des deux dates.`,
      )
    await applyFact(tx, ctx, fact, { origin, citation })
  }
}

type By = { origin: Extract<Origin, { kind: 'reprise' }>; citation: Citation }

async function applyFact(tx: Tx, ctx: Context, fact: Fact, { origin, citation }: By): Promise<void> {
  const source = `${citation.source} (reprise)`
  switch (fact.kind) {
    case 'member':
      await writeMember(tx, ctx, fact.registration, origin)
      return welcome(tx, ctx)
    case 'import':
      await applyImportFact(tx, ctx, fact, origin)
      return welcome(tx, ctx)
    case 'identity':
      return writeIdentity(tx, ctx, fact)
    case 'category':
      return writeCategory(tx, ctx, { memberId: fact.memberId, category: fact.category, on: fact.on }, origin)
    case 'return':
      await demandNamed(tx, fact.memberId)
      return readmit(tx, ctx, {
        memberId: fact.memberId,
        category: fact.category,
        on: fact.on,
        ...originColumns(origin),
      })
    case 'departure': {
      const gone = { ...fact.departure, memberId: fact.memberId }
      return writeDeparture(tx, ctx, gone, { documentId: null, origin })
    }
    case 'representative':
      await lockOffices(tx)
      await writeRepresentative(tx, ctx, { ...fact.representative, memberId: fact.memberId }, origin.repriseId)
      return
    case 'representative-end':
      await lockOffices(tx)
      return closeRepresentative(tx, ctx, fact)
    case 'mandate':
      await writeMandate(tx, ctx, { ...fact.mandate, source }, origin)
      return
    case 'mandate-end':
      await lockOffices(tx)
      return closeMandate(tx, ctx, { ...fact, reason: `${fact.reason} (reprise : ${citation.source})` })
    case 'replacement':
      await writeReplacement(tx, ctx, fact.replacement, origin.repriseId)
      return
    case 'internal-rules':
      return applyInternalRules(tx, ctx, fact, origin)
    case 'dues':
      return writeTakenOverPeriod(tx, ctx, fact.dues)
  }
}

/** 13.2-b, 13.2-a: who has just entered owes what the others owe, and is convened where they are. */
async function welcome(tx: Tx, ctx: Context): Promise<void> {
  await openMissingDues(tx, ctx)
  await conveneNewcomers(tx, ctx)
}
