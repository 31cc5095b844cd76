import type { PaymentMethod } from '~/generated/prisma/enums'
import type { DuesLine, DuesVerdict } from '~/members/import/dues-side'
import { euros } from '~/ui/format'

/** A dues already here, in cents, with what was received for it. */
export type KnownDues = {
  memberId: string
  year: number
  amountCents: number
  paidCents: number
  payments: { method: PaymentMethod; on: string; cents: number }[]
}

export type DuesFacts = {
  /** the years whose dues are set here */
  years: ReadonlySet<number>
  recorded: readonly KnownDues[]
  /** what would be opened for this member, in cents */
  owed: readonly { year: number; cents: number }[]
}

/**
 * 12-a, 13.2-b: what one line means for the dues. A dues already paid here, or a payment already written here, changes nothing, so
 * that the same file may come again. Refused, by column: a year that is not set here, or more than is asked.
 */
export function judgeLine(line: DuesLine, { years, recorded, owed }: DuesFacts): DuesVerdict {
  const { key, cells, left } = line
  const opens = owed.filter(({ year }) => !recorded.some((dues) => dues.year === year))
  const opening = opens.map(({ year, cents }) => `Cotisation ${year} ouverte : ${euros(cents)}.`)
  const refused = (...faults: string[]) => ({ ...said({ notes: [] }), faults })
  const said = (more: Partial<DuesVerdict>): DuesVerdict => ({
    key,
    faults: [],
    notes: opening,
    opens,
    takeOver: null,
    ...more,
  })
  const { year } = cells
  if (year === null) return cells.faults.length > 0 ? refused(...cells.faults) : said({})
  const here = recorded.find((dues) => dues.year === year)
  if (here && here.paidCents === here.amountCents)
    return said({ notes: [...opening, `Cotisation ${year} : déjà réglée ici, rien n’est repris.`] })
  if (cells.faults.length > 0) return refused(...cells.faults)
  if (!years.has(year)) return refused(notSet(year))
  if (!cells.paid) return said({})
  if (left) return said({ notes: [...opening, `Cotisation ${year} : membre parti, son règlement n’est pas repris.`] })
  const dues = here ?? opens.find((each) => each.year === year)
  if (!dues) return refused(`cotisation_annee : aucune cotisation ${year} n’est demandée à ce membre.`)

  const { cents, on, method, reference } = cells.paid
  const lacking = 'cents' in dues ? dues.cents : dues.amountCents - dues.paidCents
  const paid = cents ?? lacking
  if (here?.payments.some((each) => each.method === method && each.on === on && each.cents === paid))
    return said({ notes: [...opening, `Cotisation ${year} : ce règlement est déjà enregistré ici.`] })
  if (paid > lacking) {
    const rest =
      here && here.paidCents > 0 ? `il ne reste que ${euros(lacking)} à régler` : `${euros(lacking)} sont demandés`
    return refused(`cotisation_montant : ${euros(paid)} ont été réglés, ${rest}.`)
  }
  return said({ takeOver: { key, year, cents: paid, lackingCents: lacking, on, method, reference } })
}

const notSet = (year: number) =>
  `cotisation_annee : la cotisation ${year} n’est pas fixée ici. Reprenez-la d’abord dans « Cotisations », « Exercices ».`
