import { ArticleChip } from '~/ui/article-chip'
import { frenchDate, plural } from '~/ui/format'
import { NextSteps, type NextStep } from '~/ui/next-step'
import { boardAddress } from '../filters'
import type { Waiting } from '../board-figures.query.server'

type Props = {
  waiting: Waiting
  /** a year whose dues are set and were not called */
  toCall: { year: number; count: number; dueOn: string } | null
  /** the meeting in preparation that will hear the cases, or null */
  draft: { id: string; name: string; unlisted: number; opens: boolean } | null
}

/** What the nightly run leaves to a human, the most urgent first. */
export function WaitingList({ waiting, toCall, draft }: Props) {
  const { toWrite, returned, notices, toPost, proofs, cases } = waiting
  const mark = <ArticleChip rule="6.4-b">La radiation suit toutes ses étapes, dans l’ordre.</ArticleChip>
  const steps: (NextStep | false)[] = [
    toCall !== null && {
      key: 'call',
      title: `Appeler la cotisation ${toCall.year}`,
      day: `échéance le ${frenchDate(toCall.dueOn)}`,
      reason: `${plural(toCall.count, 'membre')} à appeler.`,
      mark: <ArticleChip rule="12-a">Le trésorier appelle les cotisations.</ArticleChip>,
      to: `/cotisations/exercices/${toCall.year}`,
      action: 'Voir l’appel',
    },
    toPost > 0 && {
      key: 'post',
      title: `Poster ${plural(toPost, 'lettre recommandée', 'lettres recommandées')}`,
      reason: 'L’étape est franchie le jour du dépôt.',
      mark,
      to: '/courriers',
      action: 'Voir les lettres',
    },
    proofs > 0 && {
      key: 'proofs',
      title: `Saisir la présentation de ${plural(proofs, 'lettre')}`,
      reason: 'Le délai de réponse ne court pas tant que cette date manque.',
      mark,
      to: '/courriers?etat=en-cours',
      action: 'Saisir les dates',
    },
    returned > 0 && {
      key: 'returned',
      title: `Écrire à ${plural(returned, 'membre')} dont un courriel n’a pas été distribué`,
      reason:
        'Une radiation fondée sur un rappel jamais arrivé serait contestable : renvoyez-le ou postez-le avant la lettre.',
      mark,
      to: '/cotisations/courriers#revenus',
      action: 'Voir ces courriels',
    },
    notices > 0 && {
      key: 'notices',
      title: `Préparer ${plural(notices, 'lettre recommandée', 'lettres recommandées')}`,
      reason: 'Les rappels sont restés sans règlement.',
      mark,
      to: '/cotisations/courriers#recommandees',
      action: 'Relire et préparer',
    },
    toWrite > 0 && {
      key: 'write',
      title: `Envoyer ${plural(toWrite, 'courrier')} par la poste`,
      reason: 'Ces membres n’ont pas d’adresse de courriel.',
      to: '/cotisations/courriers',
      action: 'Imprimer les courriers',
    },
    cases > 0 && {
      key: 'cases',
      title: `${plural(cases, 'dossier prêt', 'dossiers prêts')} pour une décision`,
      reason: draft
        ? `${draft.unlisted > 0 ? 'À inscrire au' : cases === 1 ? 'Inscrit au' : 'Inscrits au'} projet d’ordre du jour : ${draft.name}.`
        : 'Aucune réunion compétente n’est en préparation.',
      mark,
      ...(draft?.opens
        ? { to: `/assemblees/${draft.id}/ordre-du-jour`, action: 'Voir l’ordre du jour' }
        : draft
          ? { to: boardAddress({ etape: 'delai' }), action: 'Voir les dossiers' }
          : { to: '/assemblees', action: 'Voir les assemblées' }),
    },
  ]
  return <NextSteps steps={steps.filter((step): step is NextStep => step !== false).slice(0, 6)} />
}
