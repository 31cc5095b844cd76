import { Link } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { plural } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { NextSteps } from '~/ui/next-step'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import type { HomePage } from '../home-page.query.server'
import { capital } from '~/statutes/french'
import { byWords } from '~/platform/home-step'
import { asksAnswer, NextMeetingCard } from './next-meeting-card'

/** What next, before what is. */
export function SignedInHome({ page }: { page: HomePage }) {
  const { steps, more, next, later, coming, officer } = page
  return (
    <Page title={steps.length > 0 || (next && asksAnswer(next)) ? 'À faire' : 'Accueil'} overline={page.name}>
      <NextSteps
        steps={steps.map((step) => ({
          ...step,
          title: capital(step.title),
          day: byWords(step),
          mark: step.rule ? <ArticleChip rule={step.rule} reasons={step.reasons} /> : undefined,
        }))}
      />
      {more > 0 ? (
        <p className="mt-4">
          <ButtonLink to="/a-faire" tone="secondary">
            {`Voir ${plural(more, 'autre tâche', 'autres tâches')}`}
          </ButtonLink>
        </p>
      ) : null}
      {page.mailHeld ? <MailHeld /> : null}
      {next ? <NextMeetingCard meeting={next} /> : null}
      {steps.length === 0 && !next ? (
        <div className="mt-8">
          <EmptyState title="Rien ne vous attend aujourd’hui">
            {page.member || officer
              ? 'Dès qu’une réunion est convoquée, votre réponse se donne ici.'
              : 'Votre compte ne porte aujourd’hui ni adhésion ni fonction.'}
          </EmptyState>
        </div>
      ) : null}
      <Upcoming title={officer ? 'Réunions en cours' : 'Ensuite'} meetings={officer ? coming : later} />
      <Past meetings={page.past} />
    </Page>
  )
}

/** No mail server is set: what was sent waits, and nobody can sign in by a link. */
function MailHeld() {
  return (
    <div className="mt-8">
      <Notice tone="warning" title="Aucun courriel ne part">
        <p>
          Le serveur d’envoi n’est pas réglé (SMTP_URL) : convocations, rappels et liens de connexion attendent. Qui
          tient le serveur peut le relier ; les messages qui attendent seront alors repris d’eux-mêmes.
        </p>
      </Notice>
    </div>
  )
}

type Line = { id: string; name: string; when: string; state?: HomePage['coming'][number]['state'] }

function Upcoming({ title, meetings }: { title: string; meetings: readonly Line[] }) {
  if (meetings.length === 0) return null
  return (
    <Section title={title}>
      <ul className="border-t border-rule">
        {meetings.map(({ id, name, when, state }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2.5">
            <span>
              <Link to={`/assemblees/${id}`}>{name}</Link>
              <span className="block text-[0.9375rem] text-muted">{when}</span>
            </span>
            {state ? <StatusBadge tone={state.tone}>{state.label}</StatusBadge> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Past({ meetings }: { meetings: HomePage['past'] }) {
  if (meetings.length === 0) return null
  return (
    <Section title="Dernières réunions">
      <ul className="border-t border-rule">
        {meetings.map(({ id, name, when, minutes }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2.5">
            <span>
              <Link to={`/assemblees/${id}`}>{name}</Link>
              <span className="block text-[0.9375rem] text-muted">{when}</span>
            </span>
            {minutes === null ? null : <Link to={`/registre/${minutes}`}>Procès-verbal n°&nbsp;{minutes}</Link>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
