import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { QuorumPanel } from '~/meetings/session/ui/quorum-panel'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { plural } from '~/ui/format'
import { bind, CheckboxField, ErrorSummary, faultsOf, FormActions, RadioGroup } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { RulingPanel } from '~/ui/ruling-panel'
import type { OpenOffer } from '../ballots-page.query.server'
import { openBallotSchema } from '../open-ballot.form'
import { PersonNotice } from './person-notices'
import { QuickPress } from './quick-press'

const MODES = {
  ELECTRONIC: {
    label: 'Sur les téléphones',
    help: 'Chacun vote pour soi et pour ses mandants ; le décompte est immédiat.',
  },
  HANDS: { label: 'À main levée', help: 'Deux scrutateurs comptent ; vous saisissez les voix et les membres.' },
  PAPER: { label: 'Sur bulletins de papier', help: 'Deux scrutateurs dépouillent ; vous saisissez les totaux.' },
} as const

type AdmissionProps = { admission: NonNullable<OpenOffer['admission']> }

/** 6.2-a: what an admission asks, and whether it can be reached as things are. */
function AdmissionNotice({ admission: { required, present, threshold } }: AdmissionProps) {
  const short = present < required
  return (
    <Notice tone={short ? 'warning' : 'info'} title={`Majorité\u00a0: ${threshold}`}>
      <p>
        <ArticleChip rule="6.2-a">Une absence ou une abstention vaut refus ; aucun motif n’est gardé</ArticleChip> Il
        faut {plural(required, 'vote', 'votes')} pour.{' '}
        {short
          ? `Seulement ${plural(present, 'membre du Bureau est là', 'membres du Bureau sont là')} : en l’état, la candidature serait rejetée. Vous pouvez retirer la résolution et la reporter.`
          : 'Tous sont là.'}
      </p>
    </Notice>
  )
}

type OpenFormProps = { offer: OpenOffer; lastResult: SubmissionResult<string[]> | undefined }

/** Putting a resolution to the vote: the quorum now, the mode, and what must be known before a secret ballot. */
export function OpenForm({ offer, lastResult }: OpenFormProps) {
  const { view, quorum, categories, modes, warning, votedOnline } = offer
  const [form, fields] = useForm({
    id: `ouvrir-${view.id}`,
    lastResult,
    defaultValue: { mode: modes[0] },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: openBallotSchema }),
  })
  if (!offer.onAgenda)
    return (
      <RulingPanel outcome="unlawful" title="Cette question ne peut pas être votée">
        <p>
          Seules les questions inscrites à l’ordre du jour pour un vote sont mises aux voix. Consignez-la dans les faits
          de séance.
        </p>
      </RulingPanel>
    )
  if (offer.notTold.length > 0)
    return (
      <div className="space-y-6">
        <RulingPanel outcome="unlawful" title="Cette résolution ne peut pas être votée" reasons={offer.notTold}>
          <p>Une fois discutée, retirez-la : le procès-verbal dira pourquoi elle n’a pas été votée.</p>
        </RulingPanel>
        <Withdraw view={view} />
      </div>
    )
  return (
    <div className="space-y-6">
      <QuorumPanel quorum={quorum} categories={categories} />
      {offer.onPerson ? <PersonNotice {...offer.onPerson} /> : null}
      {offer.lateDocuments.length > 0 ? (
        <Notice tone="warning" title="Document annoncé hors délai">
          <ul className="list-disc pl-6">
            {offer.lateDocuments.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
          <p>Le texte soumis au vote n’en est pas changé : le vote peut avoir lieu, et le procès-verbal le dira.</p>
        </Notice>
      ) : null}
      {offer.admission ? <AdmissionNotice admission={offer.admission} /> : null}
      {quorum.met ? (
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <ErrorSummary faults={faultsOf(form, fields)} />
          <input type="hidden" name="act" value="open" />
          <input type="hidden" name="resolutionId" value={view.id} />
          <RadioGroup
            {...bind(fields.mode)}
            label={view.secret ? 'Vote secret' : 'Vote non secret'}
            choices={modes.map((value) => ({ value, ...MODES[value] }))}
          />
          {view.secret ? <SecrecyNotice /> : null}
          {warning ? (
            <Notice tone="warning" title="Peu de votants portent les mêmes voix">
              <p>{warning}</p>
              <CheckboxField {...bind(fields.warned)} label="J’en ai averti l’assemblée." />
            </Notice>
          ) : null}
          {votedOnline > 0 ? (
            <p>
              {plural(votedOnline, 'membre a', 'membres ont')} déjà voté en ligne ; le vote en ligne s’arrête à
              l’ouverture du scrutin.
            </p>
          ) : null}
          <FormActions consequence="Le quorum est constaté à cet instant et gardé avec le vote. Rien n’est visible du décompte avant la clôture.">
            <SubmitButton pending="Ouverture en cours">{`Ouvrir le scrutin de la résolution ${view.number}`}</SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <QuickPress
          act="without-quorum"
          resolutionId={view.id}
          consequence="Sans quorum, cette résolution ne peut être votée. Le constat est définitif : elle reste sans effet."
          pending="Constat en cours"
        >{`Constater l’absence de quorum pour la résolution ${view.number}`}</QuickPress>
      )}
      <Withdraw view={view} />
    </div>
  )
}

/** What the secret box does not cover, said before it is used. */
const SecrecyNotice = () => (
  <Notice tone="info" title="Ce que le secret couvre">
    <p>
      Sur téléphone, chaque bulletin est scellé, séparé du nom, puis détruit au dépouillement. Une limite demeure&nbsp;:
      qui réunirait le secret de scellement du serveur et une copie de la base faite pendant le scrutin (sauvegarde,
      réplique, archive de son journal) pourrait, même après, relier des votes à des votants.
    </p>
    <p>
      Demandez à qui héberge de ne faire aucune copie tant que le scrutin est ouvert. Pour un vote très sensible,
      préférez les bulletins de papier.
    </p>
  </Notice>
)

export function Withdraw({ view }: { view: { id: string; number: number } }) {
  return (
    <details className="max-w-measure">
      <summary className="min-h-11 cursor-pointer py-2 text-accent underline underline-offset-4">
        Retirer cette résolution
      </summary>
      <div className="pt-2">
        <QuickPress
          act="withdraw"
          resolutionId={view.id}
          tone="danger"
          consequence="Elle ne sera pas votée, et les votes déjà reçus ne seront jamais comptés. C’est définitif."
          pending="Retrait en cours"
        >{`Retirer la résolution ${view.number}`}</QuickPress>
      </div>
    </details>
  )
}
