import { euros, frenchDate, list, plural } from '~/ui/format'
import type { Fact } from './facts'
import type { FactWords } from './fact-words.server'

/** What a file of members does, for whoever signs. */
export function importWords(fact: Extract<Fact, { kind: 'import' }>): FactWords {
  const { fileName, create, change, left, firstDay, names, paid, paidCents, receipts } = fact
  const changes = change > 0 ? `, et ${plural(change, 'fiche')} ${change < 2 ? 'est modifiée' : 'sont modifiées'}` : ''
  const others = create - names.length
  return {
    sentence: `${plural(create, 'membre')} du fichier « ${fileName} » ${create < 2 ? 'entre' : 'entrent'} au registre${changes}.`,
    details: [
      {
        term: create < 2 ? 'Membre' : 'Membres',
        value: others > 0 ? `${names.join(', ')} et ${others} de plus` : list(names),
      },
      { term: create < 2 ? 'Admission' : 'Première admission', value: frenchDate(firstDay) },
      ...(paid > 0
        ? [
            {
              term: 'Cotisations déjà réglées',
              value: `${plural(paid, 'règlement')} (${euros(paidCents)})${receipts ? ', avec un reçu numéroté ici' : ''}`,
            },
          ]
        : []),
      ...(left > 0
        ? [{ term: 'Laissé de côté', value: plural(left, 'ligne non reprise', 'lignes non reprises') }]
        : []),
    ],
  }
}
