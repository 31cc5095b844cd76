import type { CivilDate } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import type { PlannedItem } from './meetings'

type ByYear = {
  /** civil year in which the fiscal year ended whose accounts are judged; the budget is that of the next one */
  accountsOfYear: number
  /** day on which the dues that it sets are due, in their year */
  due: CivilDate
  dues: { founder: number; active: number }
  honorary: { id: string; name: string; reason: string }
}

const euros = (cents: number) => `${(cents / 100).toLocaleString('fr-FR')} €`

/** What every annual assembly votes: accounts and discharge, budget, dues, an honorary title; the last two by effect. */
export function annualAgenda(
  { accountsOfYear, due, dues, honorary }: ByYear,
  surplus: string,
  total: string,
): PlannedItem[] {
  const duesYear = Number(due.slice(0, 4))
  const next = accountsOfYear + 1
  return [
    {
      title: `Rapport d’activité et comptes de l’exercice ${accountsOfYear}`,
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'none',
          title: `Approbation des comptes ${accountsOfYear}`,
          text: `L’assemblée approuve les comptes de l’exercice ${accountsOfYear} tels qu’ils lui sont présentés, avec un excédent de ${surplus} affecté au fonds associatif, et donne quitus au Bureau pour sa gestion.`,
        },
      ],
    },
    {
      title: `Budget de l’exercice ${next}`,
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'none',
          title: `Budget ${next}`,
          text: `L’assemblée vote le budget de l’exercice ${next}, équilibré en charges et en produits à ${total}.`,
        },
      ],
    },
    {
      title: `Cotisation de l’année ${duesYear}`,
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'set-dues',
          title: `Cotisation ${duesYear}`,
          text: `L’assemblée fixe la cotisation ${duesYear} à ${euros(dues.founder)} pour les membres fondateurs et à ${euros(dues.active)} pour les membres actifs, due le ${plainDate(due)}.`,
          year: duesYear,
          dueOn: due,
          amounts: dues,
        },
      ],
    },
    {
      title: 'Titre de membre d’honneur',
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'award-honorary',
          title: `${honorary.name}, membre d’honneur`,
          text: `L’assemblée décerne le titre de membre d’honneur : ${honorary.name}, ${honorary.reason}.`,
          memberId: honorary.id,
        },
      ],
    },
  ]
}

/** What the Bureau decides to prepare the annual assembly (8.3-b). */
export const preparationAgenda = (what: string): PlannedItem[] => [
  {
    title: 'Préparation de l’assemblée générale annuelle',
    kind: 'VOTE',
    resolutions: [
      {
        effect: 'none',
        title: 'Ordre du jour et convocation',
        text: `Le Bureau arrête l’ordre du jour de ${what}, les textes des résolutions et la liste des documents ouverts aux membres.`,
      },
    ],
  },
  { title: 'Avancement des missions', kind: 'INFORMATION' },
]
