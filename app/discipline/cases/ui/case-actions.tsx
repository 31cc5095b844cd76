import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { SelectField } from '~/ui/form'
import { frenchDate, frenchDateTime } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { CasePage } from '../case-page.query.server'

type Props = { page: CasePage; reply: FormReply | undefined }

/** What must be done now, and by whom; the other acts below it. */
export function CaseActions({ page, reply }: Props) {
  if (page.view !== 'conducts' || page.decision) return null
  return (
    <Section>
      <RefusalPanel refusal={reply?.refusal} />
      {page.left ? (
        <Notice tone="info" title="Ce membre a quitté l’association">
          <p>La procédure est sans objet : classez-la.</p>
        </Notice>
      ) : (
        <Next page={page} reply={reply} />
      )}
      {page.inTheirPlace ? (
        <Notice tone="info" title="Vous tenez ce dossier à leur place">
          <p>
            Ceux qui conduisent d’ordinaire les procédures sont concernés par celle-ci : ils ne la voient plus. Les
            autres membres du Bureau en fonction la tiennent.
          </p>
        </Notice>
      ) : null}
      <Others page={page} />
    </Section>
  )
}

function Next({ page, reply }: Props) {
  const to = (path: string) => `/exclusions/${page.id}/${path}`
  const notice = page.letters.find(({ opens }) => opens)
  if (page.state === 'DRAFT')
    return (
      <Notice tone="turn" title="Écrire la lettre recommandée">
        <p>Relisez les faits : la lettre les reprend, et le dossier ne changera plus.</p>
        <ButtonLink to={to('lettre')}>Préparer la lettre</ButtonLink>
      </Notice>
    )
  if (!page.defence.presentedOn && notice)
    return (
      <Notice tone="turn" title="Poster la lettre et noter sa présentation">
        <p>Le délai de défense court de la première présentation : aucune décision n’est possible avant.</p>
        <ButtonLink to={`/courriers/${notice.id}`}>Imprimer la lettre, noter ses dates</ButtonLink>
      </Notice>
    )
  if (page.hearing && page.hearing.notes === null && page.hearing.at.slice(0, 10) <= page.today)
    return (
      <Notice tone="turn" title="Rédiger le compte rendu de l’audition">
        <ButtonLink to={to('audition')}>Écrire le compte rendu</ButtonLink>
      </Notice>
    )
  if (page.state === 'DEFERRED' && !page.waits)
    return (
      <Notice tone="info" title="Le vote décide">
        <p>
          La résolution est inscrite à l’ordre du jour. Son adoption {ADOPTION[page.kind]} et écrit la lettre de
          décision.
        </p>
      </Notice>
    )
  if (page.organ !== 'president') return <PutToVote page={page} reply={reply} />
  if (page.hearing && page.hearing.notes === null)
    return (
      <Notice tone="info" title={`Audition le ${frenchDateTime(page.hearing.at, { weekday: true })}`}>
        <p>Le Président décide ensuite, une fois le compte rendu enregistré.</p>
      </Notice>
    )
  const early = page.earliest !== null && page.earliest > page.today
  if (early)
    return (
      <Notice tone="info" title={`Délai de défense : décision à partir du ${frenchDate(page.earliest ?? '')}`}>
        <p>Rien n’est à faire d’ici là, sinon entendre le membre s’il le demande.</p>
      </Notice>
    )
  return (
    <Notice tone="turn" title="Le Président décide">
      {page.decides ? (
        <ButtonLink to={to('decision')}>Décider</ButtonLink>
      ) : (
        <p>Lui seul, ou le vice-président qui le remplace, prend cette décision.</p>
      )}
    </Notice>
  )
}

/** What the adoption of its resolution does. */
const ADOPTION: Record<CasePage['kind'], string> = {
  EXCLUSION: 'exclut le membre',
  FOUNDER_LOSS: 'retire la qualité de fondateur',
  SUSPENSION: 'suspend ses droits',
}

function PutToVote({ page, reply }: Props) {
  const meetings = page.meetings.map(({ id, title, date }) => ({ value: id, label: `${title} du ${frenchDate(date)}` }))
  if (meetings.length === 0)
    return (
      <Notice tone="turn" title={`La décision revient à ${page.organWords}`}>
        <p>Aucune réunion n’est en préparation : créez-la, puis revenez inscrire cette affaire à son ordre du jour.</p>
        <ButtonLink to="/assemblees/nouvelle">Préparer une réunion</ButtonLink>
      </Notice>
    )
  return (
    <Notice tone="turn" title={`La décision revient à ${page.organWords}`}>
      <Form method="post" className="space-y-4">
        <SelectField
          name="meetingId"
          label="Réunion en préparation"
          choices={meetings}
          errors={reply?.lastResult.error?.meetingId ?? undefined}
        />
        <p>
          Un point et une résolution au vote secret sont ajoutés à son ordre du jour, avec les faits et la sanction.
        </p>
        <SubmitButton name="intent" value="vote" pending="Inscription en cours">
          Inscrire à l’ordre du jour
        </SubmitButton>
      </Form>
    </Notice>
  )
}

function Others({ page }: { page: CasePage }) {
  const to = (path: string) => `/exclusions/${page.id}/${path}`
  const droppable = page.state === 'DRAFT' || page.state === 'NOTIFIED'
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      {page.state === 'DRAFT' ? <TextLink to={to('dossier')}>Corriger le dossier</TextLink> : null}
      <TextLink to={to('recusation')}>Récuser quelqu’un</TextLink>
      {page.state !== 'DRAFT' && page.hearing?.notes == null ? (
        <TextLink to={to('audition')}>{page.hearing ? 'Changer l’audition' : 'Fixer une audition'}</TextLink>
      ) : null}
      {page.organ === 'president' && page.decides && page.state === 'NOTIFIED' ? (
        <TextLink to={to('decision')}>Maintenir le membre</TextLink>
      ) : null}
      {droppable ? (
        <Form method="post">
          <SubmitButton tone="quiet" name="intent" value="abandon" pending="Classement en cours">
            Classer sans suite
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}
