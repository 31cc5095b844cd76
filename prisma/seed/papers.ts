import type { DocumentKind } from '~/meetings/prepare/document.form'
import { euros } from '~/ui/format'

/** One paper of the assembly, as the documents' renderer lays it out. */
export type Paper = {
  title: string
  fileName: string
  kind: DocumentKind
  paragraphs: string[]
  table?: { columns: string[]; rows: string[][] }
}

type Line = [label: string, cents: number]
const rowsOf = (lines: Line[], total: string): string[][] => [
  ...lines.map(([label, cents]) => [label, euros(cents)]),
  [total, euros(lines.reduce((sum, [, cents]) => sum + cents, 0))],
]

export const managementReport = (year: number): Paper => ({
  title: `Rapport de gestion ${year}`,
  fileName: `rapport-de-gestion-${year}.pdf`,
  kind: 'management-report',
  paragraphs: [
    `L’année ${year} a vu l’ouverture de deux plages de consultations non programmées au Perreux-sur-Marne et à Champigny-sur-Marne, tenues à tour de rôle par onze médecins.`,
    'Le parcours des personnes insuffisantes cardiaques réunit désormais le cardiologue, les infirmiers, les pharmaciens et la diététicienne du territoire. Cent quarante-deux patients y sont entrés.',
    'Trois soirées de formation ont rassemblé cent dix professionnels. La coordinatrice a repris la tenue du registre des membres et la préparation des réunions, par délégation de la présidence.',
  ],
})

export const balance = (year: number): Paper => ({
  title: `Comptes annuels ${year}`,
  fileName: `comptes-annuels-${year}.pdf`,
  kind: 'accounts',
  paragraphs: ['Compte de résultat de l’exercice, en euros. Le total est l’excédent, affecté au fonds associatif.'],
  table: {
    columns: ['Poste', 'Montant'],
    rows: rowsOf(
      [
        ['Financement de l’accord conventionnel interprofessionnel', 24_870_000],
        ['Cotisations', 152_000],
        ['Autres produits', 84_000],
        ['Salaires et charges', -11_246_240],
        ['Indemnités de mission', -9_864_500],
        ['Locaux, déplacements, formations', -2_718_000],
        ['Autres charges', -846_000],
      ],
      'Excédent',
    ),
  },
})

export const treasurerReport = (year: number): Paper => ({
  title: `Rapport financier ${year}`,
  fileName: `rapport-financier-${year}.pdf`,
  kind: 'financial-report',
  paragraphs: [
    'La trésorerie couvre quatre mois de fonctionnement. Aucun investissement n’a dépassé le seuil de 5 000 €.',
    'Les indemnités de mission ont été versées après validation de chaque relevé. Deux cotisations restent à régler.',
  ],
})

export const budget = (year: number): Paper => ({
  title: `Projet de budget ${year}`,
  fileName: `projet-de-budget-${year}.pdf`,
  kind: 'budget',
  paragraphs: [`Charges prévues pour l’exercice ${year}, en euros ; les produits attendus sont du même montant.`],
  table: {
    columns: ['Charges', 'Montant'],
    rows: rowsOf(
      [
        ['Salaires et charges', 12_100_000],
        ['Indemnités de mission', 10_340_000],
        ['Locaux et numérique', 2_480_000],
        ['Formations et soirées', 1_120_000],
        ['Imprévus', 800_000],
      ],
      'Total',
    ),
  },
})
