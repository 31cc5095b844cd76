import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, TextArea } from '~/ui/form'
import { frenchDate, plural } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { LateReason } from './late-reason'

type CorrectionProps = {
  untold: readonly string[]
  /** the last day on which a text may be told to be voted */
  telling: { day: string; over: boolean } | null
  people: number
  president: boolean
  reply?: FormReply
}

/** What changed since the last sending, and the one button that tells everybody. */
export function CorrectionSection({ untold, telling, people, president, reply }: CorrectionProps) {
  const [form, fields] = useForm({
    id: 'correction',
    lastResult: reply?.lastResult,
    defaultValue: { note: '', lateReason: '' },
  })
  return (
    <Section title="Correction à envoyer">
      <Notice tone="warning" title="Les membres n’en savent rien encore">
        <ul className="list-disc pl-6">
          {untold.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        {telling ? (
          <p>
            {telling.over
              ? `Le dernier jour pour annoncer un texte à voter était le ${frenchDate(telling.day)} : la correction informe, et ce qu’elle ajoute au vote pourra être discuté, non voté.`
              : `Envoyée au plus tard le ${frenchDate(telling.day)}, la correction permet de voter ce qu’elle annonce.`}
          </p>
        ) : null}
      </Notice>
      <RefusalPanel refusal={reply?.refusal} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="space-y-5">
        <input type="hidden" name="intent" value="correct" />
        <TextArea {...bind(fields.note)} optional label="Mot aux membres" />
        {reply?.refusal && president ? <LateReason {...bind(fields.lateReason)} /> : null}
        <FormActions consequence="Vous lisez d’abord ce qui est préparé pour chacun : la convocation corrigée, et le rendez-vous pour son agenda.">
          <SubmitButton pending="Envoi en cours">{`Envoyer la correction à ${plural(people, 'membre')}`}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}
