import { Form, Link } from '@remix-run/react'
import { ArticleChip } from '~/ui/article-chip'
import { Button } from '~/ui/button'
import { DateField, TextField } from '~/ui/form'
import { frenchDate, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/list-tools'
import { EmptyState, Notice } from '~/ui/notice'
import { Progress } from '~/ui/progress'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import { PROOF_FILTERS, type ProofFilter } from '../proof.form'
import type { convocationProof, NoticeLine, NoticeState } from '../proof.query.server'

const STATES: Record<NoticeState, { label: string; tone: BadgeTone }> = {
  queued: { label: 'En attente d’envoi', tone: 'neutral' },
  stuck: { label: 'Pas parti', tone: 'turn' },
  accepted: { label: 'Accepté par le serveur', tone: 'success' },
  unread: { label: 'Réponse à lire', tone: 'turn' },
  withdrawn: { label: 'Accord retiré', tone: 'turn' },
  refused: { label: 'Refusé', tone: 'refusal' },
  unanswered: { label: 'Sans réponse du serveur', tone: 'turn' },
  bounced: { label: 'Revenu', tone: 'refusal' },
  'to-post': { label: 'À poster', tone: 'turn' },
  posted: { label: 'Posté', tone: 'success' },
}
/** A letter may go in the place of such a mail. */
const TO_POST_INSTEAD: readonly NoticeState[] = ['refused', 'unanswered', 'bounced', 'stuck', 'withdrawn']
const FILTER_LABELS: Record<ProofFilter, string> = { toutes: 'Toutes', 'a-traiter': 'À traiter', lettres: 'Lettres' }

type Proof = NonNullable<Awaited<ReturnType<typeof convocationProof>>>

/** Person by person, what was sent, when, and what became of it; what is left to do comes first by its filter. */
export function ProofSection({
  meetingId,
  proof,
  filter,
  today,
}: {
  meetingId: string
  proof: Proof
  filter: ProofFilter
  today: string
}) {
  const { counts, reach, lines, next, sequence, mayFollow, mailServer } = proof
  const query = (filter: ProofFilter, after?: string) =>
    `?envoi=${sequence}&voir=${filter}${after ? `&apres=${encodeURIComponent(after)}` : ''}`
  const done = counts.accepted + counts.posted
  const columns: Column<NoticeLine>[] = [
    { key: 'who', header: 'Membre', cell: (line) => <Who line={line} /> },
    {
      key: 'state',
      header: 'État',
      cell: ({ state }) => <StatusBadge tone={STATES[state].tone}>{STATES[state].label}</StatusBadge>,
    },
    {
      key: 'address',
      header: 'Adresse',
      cell: ({ letter, address }) => `${letter ? 'Lettre' : 'Courriel'} : ${address}`,
    },
    { key: 'when', header: 'Moments', cell: (line) => <Moments line={line} /> },
    {
      key: 'act',
      header: 'À faire',
      cell: (line) => <Acts meetingId={meetingId} line={line} today={today} allowed={mayFollow} />,
    },
  ]
  return (
    <>
      <Progress
        done={done}
        total={counts.total}
        label="convocations acceptées par un serveur ou postées"
        failed={counts.failed}
      />
      <p className="max-w-measure font-semibold">{reach.sentence}</p>
      <p>
        {plural(counts.accepted, 'courriel accepté', 'courriels acceptés')},{' '}
        {plural(counts.queued, 'pas encore parti', 'pas encore partis')},{' '}
        {plural(counts.failed, 'refusé ou revenu', 'refusés ou revenus')},{' '}
        {counts.unanswered > 0 ? `${counts.unanswered} sans réponse du serveur, ` : ''}
        {plural(counts.unread, 'réponse à lire', 'réponses à lire')},{' '}
        {plural(counts.posted, 'lettre postée', 'lettres postées')} sur {counts.letters}.
      </p>
      <nav aria-label="Filtrer les convocations" className="no-print flex flex-wrap gap-4">
        {PROOF_FILTERS.map((one) => (
          <Link
            key={one}
            to={query(one)}
            aria-current={one === filter ? 'true' : undefined}
            className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            preventScrollReset
          >
            {FILTER_LABELS[one]}
            {one === 'a-traiter' ? ` (${counts.todo})` : ''}
          </Link>
        ))}
      </nav>
      {mayFollow && !mailServer && counts.queued > 0 ? <AllByLetter left={counts.queued} /> : null}
      {lines.length > 0 ? (
        <DataTable
          caption="Preuve des convocations"
          captionHidden
          columns={columns}
          rows={lines}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title="Rien à traiter">Aucune convocation ne demande rien de vous.</EmptyState>
      )}
      <Pagination previous={null} next={next === null ? null : query(filter, next)} />
    </>
  )
}

/** The member; where it is so, that he became one after the others were convened, and why no notice runs again. */
function Who({ line: { label, late } }: { line: NoticeLine }) {
  if (!late) return label
  return (
    <>
      {label}
      <span className="block text-muted">
        {late.admittedOn ? `Admis le ${frenchDate(late.admittedOn)}, inscrit` : 'Inscrit'} après la convocation{' '}
        <ArticleChip rule={late.reason.rule} reason={late.reason} />
      </span>
    </>
  )
}

function Moments({ line }: { line: NoticeLine }) {
  return (
    <>
      {line.moments}
      {line.answer ? <span className="block text-muted">Réponse du serveur&nbsp;: {line.answer}</span> : null}
      <span className="block break-all text-[0.8125rem] text-muted">Empreinte {line.hash.slice(0, 16)}…</span>
    </>
  )
}

function Acts({
  meetingId,
  line,
  today,
  allowed,
}: {
  meetingId: string
  line: NoticeLine
  today: string
  allowed: boolean
}) {
  const pdf = (
    <TextLink to={`/assemblees/${meetingId}/convocation/${line.id}.pdf`} reload>
      Lettre (PDF)
    </TextLink>
  )
  if (line.state === 'posted') return pdf
  if (!allowed) return line.letter ? pdf : <span className="text-muted">Rien</span>
  if (line.state === 'to-post')
    return (
      <div className="space-y-2">
        {pdf}
        <details>
          <summary className="min-h-8 cursor-pointer">Noter le dépôt</summary>
          <Form method="post" preventScrollReset className="mt-2 space-y-3">
            <input type="hidden" name="intent" value="posted" />
            <input type="hidden" name="noticeIds" value={line.id} />
            <DateField name="postedOn" id={`postedOn-${line.id}`} label="Déposée le" defaultValue={today} />
            <TextField name="postalNumber" id={`postalNumber-${line.id}`} optional label="Numéro de suivi" />
            <Button type="submit" aria-label={`Noter le dépôt : ${line.label}`}>
              Enregistrer
            </Button>
          </Form>
        </details>
      </div>
    )
  if (line.state === 'unread')
    return (
      <TextLink to="/courriels-revenus">
        Lire la réponse<span className="sr-only"> : {line.label}</span>
      </TextLink>
    )
  if (TO_POST_INSTEAD.includes(line.state))
    return (
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="letter" />
        <input type="hidden" name="noticeId" value={line.id} />
        <Button type="submit" aria-label={`Envoyer par lettre : ${line.label}`}>
          Envoyer par lettre
        </Button>
      </Form>
    )
  return <span className="text-muted">Rien</span>
}

/** No server is set: what was prepared cannot leave, and the notice runs from the post only. */
function AllByLetter({ left }: { left: number }) {
  return (
    <Notice tone="warning" title="Aucun serveur d’envoi n’est réglé : aucun courriel n’est parti">
      <p>Le délai ne court pour ces membres que du jour où une lettre est postée.</p>
      <Form method="post" preventScrollReset className="no-print">
        <input type="hidden" name="intent" value="letter" />
        <input type="hidden" name="noticeId" value="all" />
        <Button type="submit">{`Faire ${plural(left, 'lettre', 'lettres')} à poster`}</Button>
      </Form>
    </Notice>
  )
}
