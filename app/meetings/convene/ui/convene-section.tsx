import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions } from '~/ui/form'
import { frenchDate, list, plural } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel, RulingPanel } from '~/ui/ruling-panel'
import { DemandList } from '../../prepare/ui/demand-list'
import type { ConvocationDraft } from '../convocation-draft.query.server'
import { LateReason } from './late-reason'

/** Before the convocation: the ruling, who receives it and how, then the one button. */
export function ConveneSection({ draft, reply }: { draft: ConvocationDraft; reply?: FormReply }) {
  const { ruling, lastDay, demands, convened, mails, letters, electorate, notConvened, signer, president, mayConvene } =
    draft
  const [form, fields] = useForm({
    id: 'convocation',
    lastResult: reply?.lastResult,
    defaultValue: { intent: 'convene', lateReason: '' },
  })
  const late = ruling.outcome !== 'lawful'
  const [first] = ruling.reasons
  return (
    <>
      <Section title="Convoquer" margin={first ? <ArticleChip rule={first.rule} reasons={ruling.reasons} /> : null}>
        <RulingPanel
          ruling={ruling}
          title={
            late
              ? 'Trop tard pour convoquer régulièrement'
              : `Un envoi d’aujourd’hui respecte le délai\u00a0: dernier jour, le ${frenchDate(lastDay)}`
          }
        >
          {late ? <p>Convoquée hors délai, la réunion peut discuter de son ordre du jour, non le voter.</p> : null}
        </RulingPanel>
        <p>
          {plural(convened, 'personne est convoquée', 'personnes sont convoquées')}&nbsp;: {plural(mails, 'courriel')}{' '}
          et {plural(letters.length, 'lettre à poster', 'lettres à poster')}. Droit de vote&nbsp;:{' '}
          {plural(electorate.members, 'membre')}
          {electorate.byHead ? ', un vote chacun' : `, ${plural(electorate.voices, 'voix', 'voix')}`}.
        </p>
        {letters.length > 0 ? (
          <Notice title="Par lettre, faute d’accord pour le courriel ou d’adresse">
            <p>{list(letters.map(({ name }) => name))}.</p>
          </Notice>
        ) : null}
        <CannotLeave draft={draft} />
        {notConvened.length > 0 ? (
          <Notice title="Ne sont pas convoqués">
            <ul className="list-disc pl-6">
              {notConvened.map(({ id, label, reason }) => (
                <li key={id}>
                  {label}
                  {reason ? (
                    <>
                      &nbsp;: {reason.sentence} <ArticleChip rule={reason.rule} reason={reason} />
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </Section>
      {demands.length > 0 ? (
        <Section title="Encore à faire" wide>
          <DemandList demands={demands} />
        </Section>
      ) : null}
      {mayConvene ? (
        <Section title="Envoyer">
          <RefusalPanel refusal={reply?.refusal} />
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-5">
            <input type="hidden" name="intent" value="convene" />
            {late && president ? <LateReason {...bind(fields.lateReason)} /> : null}
            {late && !president ? <p>Seul le Président peut convoquer hors délai, en disant pourquoi.</p> : null}
            <FormActions
              consequence={`Les droits de vote sont figés et les courriels sont préparés au nom de : ${signer.name}, ${signer.title.toLowerCase()}. Est prévenu à temps celui dont le courriel est accepté par un serveur, ou la lettre postée, le ${frenchDate(lastDay)} au plus tard. Une convocation ne se reprend pas : on la corrige ou on l’annule.`}
            >
              <SubmitButton pending="Convocation en cours">{`Convoquer ${plural(convened, 'membre')}`}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      ) : (
        <Section>
          <p>
            La convocation est envoyée par le Président, par qui le remplace ou par qui en a reçu délégation.{' '}
            {first ? <ArticleChip rule={first.rule} /> : null}
          </p>
        </Section>
      )}
    </>
  )
}

/** What is known already not to reach anybody: said before the button is pressed. */
function CannotLeave({ draft: { mails, unreachable, mailServer, lastDay } }: { draft: ConvocationDraft }) {
  return (
    <>
      {!mailServer && mails > 0 ? (
        <Notice tone="warning" title="Aucun serveur d’envoi n’est réglé : aucun courriel ne partira">
          <p>
            {plural(mails, 'courriel sera préparé et attendra', 'courriels seront préparés et attendront')} ici.
            Convoquez, puis faites-en des lettres à poster le {frenchDate(lastDay)} au plus tard, ou demandez à qui
            héberge ce site de régler l’envoi.
          </p>
        </Notice>
      ) : null}
      {unreachable.length > 0 ? (
        <Notice tone="warning" title="Rien ne peut parvenir à ces membres">
          <p>
            Ni accord pour le courriel, ni adresse postale&nbsp;: {list(unreachable.map(({ name }) => name))}. Complétez{' '}
            {unreachable.length === 1 ? 'sa fiche' : 'leurs fiches'} avant de convoquer&nbsp;: un membre non convoqué
            peut faire annuler les décisions.
          </p>
        </Notice>
      ) : null}
    </>
  )
}
