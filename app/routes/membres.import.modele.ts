import { importTemplate } from '~/members/import/template'

/** The list to fill in, open to everybody: it says nothing of anybody. */
export const loader = () =>
  new Response(importTemplate(), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="modele-membres.csv"',
    },
  })
