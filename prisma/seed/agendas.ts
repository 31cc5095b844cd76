import type { PlannedItem } from './meetings'

type ByYear = {
  /** year of the assembly; it votes for the next one */
  year: number
  accountsOfYear: number
  dues: { founder: number; active: number }
  honorary: { id: string; name: string; reason: string }
}

const euros = (cents: number) => `${(cents / 100).toLocaleString('fr-FR')} €`

/** What every annual assembly votes: accounts and discharge, budget, dues, an honorary title; the last two by effect. */
export function annualAgenda(
  { year, accountsOfYear, dues, honorary }: ByYear,
  surplus: string,
  total: string,
): PlannedItem[] {
  const next = year + 1
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
      title: `Budget de l’année ${next}`,
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'none',
          title: `Budget ${next}`,
          text: `L’assemblée vote le budget de l’année ${next}, équilibré en charges et en produits à ${total}.`,
        },
      ],
    },
    {
      title: `Cotisation de l’année ${next}`,
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'set-dues',
          title: `Cotisation ${next}`,
          text: `L’assemblée fixe la cotisation ${next} à ${euros(dues.founder)} pour les membres fondateurs et à ${euros(dues.active)} pour les membres actifs, due le 31 mars ${next}.`,
          year: next,
          dueOn: `${next}-03-31`,
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
