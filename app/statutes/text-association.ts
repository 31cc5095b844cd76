import { frenchDay } from './french'
import { byOrgan } from './organs'
import type { Statutes } from './schema'
import { paragraph, theDays, withinMonths, type Article } from './text-parts'

/** Articles 2, 3 and 4: who the association is. */
export function foundingArticles(statutes: Statutes): Article[] {
  return [
    {
      article: '2',
      title: 'Dénomination',
      paragraphs: [paragraph('2-a', `L’association porte le nom de « ${statutes.name} ».`)],
    },
    {
      article: '3',
      title: 'Objet',
      paragraphs: [
        paragraph(
          '3-a',
          'L’association réunit les professionnels et les structures qui soignent une même population, pour répondre ensemble à ses besoins : accès aux soins, parcours des patients, prévention, qualité, réponse aux crises sanitaires.',
        ),
      ],
    },
    {
      article: '4',
      title: 'Siège',
      paragraphs: [
        paragraph(
          '4-a',
          'Le Bureau peut déplacer le siège dans la même ville ou le même territoire de santé. Au-delà, le transfert change les statuts : l’assemblée générale extraordinaire en décide.',
        ),
      ],
    },
  ]
}

/** Articles 14 to 19: the year, the accounts, the end, the formalities. */
export function closingArticles(statutes: Statutes): Article[] {
  const { accounts, formalities, fiscalYearEnd } = statutes
  return [
    {
      article: '14',
      title: 'Exercice social',
      paragraphs: [
        paragraph(
          '14-a',
          `L’exercice se termine chaque année le ${frenchDay(fiscalYearEnd)}. Le premier commence à la déclaration de l’association.`,
        ),
      ],
    },
    {
      article: '15',
      title: 'Comptes',
      paragraphs: [
        paragraph(
          '15-a',
          'La comptabilité suit le plan comptable ; chaque exercice donne un bilan, un compte de résultat et, s’il y a lieu, une annexe.',
        ),
        paragraph(
          '15-b',
          `Les comptes annuels, le rapport de gestion, le rapport financier et, s’il en existe un, celui du commissaire aux comptes sont ouverts à tous les membres ${accounts.openToMembersDays === 0 ? 'au jour de' : `pendant ${theDays(accounts.openToMembersDays)} qui ${accounts.openToMembersDays === 1 ? 'précède' : 'précèdent'}`} l’assemblée qui les juge.`,
        ),
      ],
    },
    {
      article: '16',
      title: 'Commissaire aux comptes',
      paragraphs: [
        paragraph(
          '16-a',
          'Le Bureau peut nommer un commissaire aux comptes et son suppléant lorsque c’est nécessaire.',
        ),
      ],
    },
    {
      article: '17',
      title: 'Dissolution',
      paragraphs: [
        paragraph(
          '17-a',
          'La dissolution est proposée par le président ou par le Bureau à la majorité simple. L’assemblée générale extraordinaire nomme les liquidateurs et attribue l’actif net ; les membres ne peuvent rien recevoir au-delà de la reprise de leurs apports.',
        ),
      ],
    },
    {
      article: '18',
      title: 'Règlement intérieur',
      paragraphs: [
        paragraph(
          '18-a',
          `Le président écrit le règlement intérieur, approuvé ${byOrgan('bureau')}. Adhérer aux statuts, c’est y adhérer aussi.`,
        ),
      ],
    },
    {
      article: '19',
      title: 'Formalités',
      paragraphs: [
        paragraph(
          '19-a',
          `Tout changement des statuts, du siège ou des dirigeants est déclaré à la préfecture ${withinMonths(formalities.declarationMonths)}${formalities.declarationMonths === 0 ? ' après' : ' de'} la décision et inscrit au registre des modifications.`,
        ),
      ],
    },
  ]
}
