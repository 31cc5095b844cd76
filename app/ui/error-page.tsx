import type { ReactNode } from 'react'
import { ButtonLink } from './link'
import { Page } from './page'

const statuses = [400, 401, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503] as const

export type ErrorKind = (typeof statuses)[number] | 'offline'

const texts: Record<ErrorKind, { title: string; sentence: string }> = {
  400: {
    title: 'Cette demande est incomplète',
    sentence: 'Revenez à la page précédente et recommencez. Rien n’a été enregistré.',
  },
  401: { title: 'Connectez-vous pour continuer', sentence: 'Votre session est terminée ou n’a pas encore commencé.' },
  403: {
    title: 'Cette page n’est pas ouverte à votre fonction',
    sentence:
      'Si vous pensez devoir y accéder, adressez-vous au Président ou à la personne qui coordonne la communauté.',
  },
  404: {
    title: 'Cette page n’existe pas',
    sentence: 'L’adresse est peut-être incomplète, ou la page n’est pas ouverte à votre fonction.',
  },
  405: { title: 'Cette page ne peut pas être ouverte ainsi', sentence: 'Revenez à l’accueil et suivez les liens.' },
  409: {
    title: 'La situation a changé entre-temps',
    sentence: 'Rechargez la page pour voir où en sont les choses, puis recommencez.',
  },
  410: { title: 'Cette page n’est plus là', sentence: 'Ce qu’elle contenait a été retiré.' },
  413: {
    title: 'Cet envoi est trop grand',
    sentence: 'Rien n’a été enregistré. Envoyez un fichier plus léger, ou remplissez la page en plusieurs fois.',
  },
  415: {
    title: 'Cet envoi n’est pas un formulaire',
    sentence: 'Revenez à la page et remplissez-la depuis le navigateur.',
  },
  429: { title: 'Trop de demandes en peu de temps', sentence: 'Attendez une minute, puis recommencez.' },
  500: {
    title: 'Le service a rencontré une erreur',
    sentence: 'Rien de ce que vous aviez déjà enregistré n’est perdu. Recommencez dans un instant.',
  },
  503: {
    title: 'Le service est arrêté pour un moment',
    sentence: 'Recommencez dans quelques minutes. Ce qui est enregistré le reste.',
  },
  offline: {
    title: 'Vous n’êtes pas connecté à internet',
    sentence: 'La page se chargera dès que la connexion sera revenue. Ce que vous avez déjà envoyé est enregistré.',
  },
}

/** The nearest kind that we have words for. */
export function errorKind(status: number): ErrorKind {
  return statuses.find((known) => known === status) ?? (status >= 500 ? 500 : 400)
}

export function errorTitle(kind: ErrorKind): string {
  return texts[kind].title
}

/** A sentence, a way on, and for faults of ours the number under which the log holds it. */
export function ErrorPage({ kind, logId, children }: { kind: ErrorKind; logId?: string | null; children?: ReactNode }) {
  const { title, sentence } = texts[kind]
  return (
    <Page
      title={title}
      lead={sentence}
      actions={
        <>
          <ButtonLink to={kind === 401 ? '/connexion' : '/'}>
            {kind === 401 ? 'Se connecter' : 'Revenir à l’accueil'}
          </ButtonLink>
          {kind === 500 || kind === 503 || kind === 'offline' || kind === 409 ? (
            <ButtonLink to="" tone="secondary" reload>
              Recharger cette page
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {children}
      {logId && (kind === 500 || kind === 503) ? (
        <p className="mt-8 text-muted">
          Numéro à communiquer si vous demandez de l’aide&nbsp;:{' '}
          <code className="select-all break-all text-ink">{logId}</code>
        </p>
      ) : null}
    </Page>
  )
}
