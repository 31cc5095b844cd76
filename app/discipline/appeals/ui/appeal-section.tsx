import { ArticleChip } from '~/ui/article-chip'
import { frenchDate, plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { CasePage } from '../../cases/case-page.query.server'
import type { AppealShown } from '../appeal-page.query.server'

type Shown = { page: CasePage; appeal: AppealShown }

/** The appeal to the assembly, where the statutes give one: until when, what it says, what is to be done, what was decided. */
export function AppealSection({ page }: { page: CasePage }) {
  const { appeal } = page
  if (!appeal) return null
  return (
    <Section
      title="Recours devant l’assemblée"
      margin={
        <ArticleChip rule="6.4-a" reasons={appeal.lodged ? [] : appeal.ruling.reasons}>
          {`Recours ouvert ${plural(appeal.days, 'jour')} ; il ne suspend pas l’exclusion`}
        </ArticleChip>
      }
    >
      {appeal.lodged ? <Lodged page={page} appeal={appeal} /> : <NotYet page={page} appeal={appeal} />}
    </Section>
  )
}

/** « jusqu’au 30 juin 2027 inclus », or what it waits for. */
const until = ({ lastDay, days }: AppealShown): string =>
  lastDay
    ? `jusqu’au ${frenchDate(lastDay)} inclus`
    : `pendant ${plural(days, 'jour')} à compter de la première présentation de la lettre de décision`

function NotYet({ page, appeal }: Shown) {
  const to = `/exclusions/${page.id}/recours`
  const own = page.view === 'concerned'
  if (!appeal.excluded) return <p>Aucun recours n’a été formé, et cette exclusion n’a plus d’effet.</p>
  if (!appeal.ruling.open)
    return (
      <>
        <p>{`Aucun recours n’a été formé. Le délai est passé depuis le ${frenchDate(appeal.lastDay ?? '')}.`}</p>
        {page.view === 'conducts' ? <TextLink to={to}>Enregistrer un recours posté à temps</TextLink> : null}
      </>
    )
  if (!own)
    return (
      <>
        <p>{`La personne exclue peut demander à l’assemblée générale ordinaire de décider à nouveau, ${until(appeal)}.`}</p>
        {page.view === 'conducts' ? <TextLink to={to}>Enregistrer un recours reçu par lettre</TextLink> : null}
      </>
    )
  return (
    <Notice tone="turn" title="Vous pouvez former un recours">
      <p>{`L’assemblée générale ordinaire décide à nouveau si vous le demandez, ${until(appeal)}. Le recours ne suspend pas l’exclusion.`}</p>
      <ButtonLink to={to}>Former un recours</ButtonLink>
    </Notice>
  )
}

function Lodged({ page, appeal }: Shown) {
  const { lodged, toList } = appeal
  if (!lodged) return null
  return (
    <>
      {page.view === 'conducts' && toList ? (
        <Notice tone="turn" title="Inscrire le recours à l’ordre du jour">
          <p>L’assemblée générale ordinaire décide à nouveau, au vote secret.</p>
          <ButtonLink to={`/exclusions/${page.id}/recours`}>Choisir l’assemblée</ButtonLink>
        </Notice>
      ) : null}
      <p>{standing(page, appeal)}</p>
      {lodged.text ? (
        <blockquote className="max-w-measure border-l-2 border-rule-strong pl-4">
          <p className="text-[0.9375rem] text-muted">{`Recours du ${frenchDate(lodged.on)}`}</p>
          <p className="whitespace-pre-line">{lodged.text}</p>
        </blockquote>
      ) : null}
      {appeal.withdrawable && page.view !== 'decides' ? (
        <p>
          <TextLink to={`/exclusions/${page.id}/recours/retrait`}>
            {page.view === 'concerned' ? 'Retirer mon recours' : 'Enregistrer un retrait reçu par lettre'}
          </TextLink>
        </p>
      ) : null}
    </>
  )
}

function standing({ view }: CasePage, { outcome, endedOn, excluded, lodged, meeting }: AppealShown): string {
  const own = view === 'concerned'
  const on = frenchDate(endedOn ?? '')
  if (outcome === 'ANNULLED')
    return `L’assemblée a annulé l’exclusion le ${on} : ${own ? 'vous êtes' : 'la personne est'} de nouveau membre depuis ce jour.`
  if (outcome === 'UPHELD') return `L’assemblée a confirmé l’exclusion le ${on}.`
  if (outcome === 'WITHDRAWN')
    return `Recours du ${frenchDate(lodged?.on ?? '')}, retiré le ${on}. L’assemblée ne vote pas ; l’exclusion demeure.`
  if (!excluded) return 'Cette exclusion n’a plus d’effet : le recours est sans objet.'
  const meanwhile = own
    ? 'D’ici la décision de l’assemblée, vous n’êtes pas membre : aucune convocation ne vous est due, et vous ne votez pas. Vous pouvez demander que l’assemblée vous entende.'
    : 'D’ici la décision de l’assemblée, la personne exclue n’est ni convoquée ni comptée ; l’assemblée peut l’entendre.'
  const listed = meeting ? `, à l’ordre du jour de l’assemblée prévue le ${frenchDate(meeting.date)}` : ''
  return `Recours du ${frenchDate(lodged?.on ?? '')}${listed}. ${meanwhile}`
}
