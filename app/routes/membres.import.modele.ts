import { importTemplate } from '~/members/import/template'
import { now, parisDate } from '~/platform/clock.server'

/** The list to fill in, open to everybody: it says nothing of anybody. */
export const loader = async () =>
  new Response(importTemplate(Number(parisDate(await now()).slice(0, 4))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="modele-membres.csv"',
    },
  })
