import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptLine } from '~/dues/matching/accept-line.server'
import { bankLinePage } from '~/dues/matching/bank-page.query.server'
import { ignoreLine, reopenLine } from '~/banking/ignore-line.server'
import { acceptWords, ProposalWords } from '~/dues/matching/ui/bank-lines'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { refusalReply } from '~/platform/http/refusal-reply.server'
import { SubmitButton } from '~/ui/button'
import { DefinitionList } from '~/ui/definition-list'
import { ErrorSummary, FormActions, TextField } from '~/ui/form'
import { euros, frenchDate } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Ligne du relevé' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return orStatus(bankLinePage(await poweredContext(request, 'dues.manage'), params.id))
}

const wish = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept'), expected: z.string().max(20_000), back: z.literal('a-rapprocher').optional() }),
  z.object({ act: z.literal('ignore'), note: z.string().trim().max(300) }),
  z.object({ act: z.literal('reopen') }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { id: lineId } = await orStatus(bankLinePage(ctx, params.id))
  const asked = wish.safeParse(Object.fromEntries(await request.formData()))
  if (!asked.success) throw data(null, { status: 400 })
  const { data: given } = asked
  return refusalReply(
    async () => {
      if (given.act === 'accept') {
        await acceptLine(ctx, { lineId, expected: given.expected })
        return redirect(given.back ? `/cotisations/${given.back}` : '/cotisations/releves')
      }
      if (given.act === 'reopen') await reopenLine(ctx, lineId)
      else if (given.note === '') return data({ field: 'note', message: 'Dites ce que c’est.' }, { status: 400 })
      else await ignoreLine(ctx, { lineId, note: given.note })
      return redirect('/cotisations/releves')
    },
    ({ message }) => ({ field: null, message }),
  )
}

export default function BankLine() {
  const line = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Page
      title={`${euros(line.amountCents)} reçus le ${frenchDate(line.on)}`}
      overline="Ligne du relevé"
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/releves', label: 'Relevés bancaires' }]}
    >
      <Section>
        <ErrorSummary faults={fault ? [{ id: fault.field ?? undefined, message: fault.message }] : []} />
        <DefinitionList
          items={[
            { term: 'Libellé', value: line.label },
            { term: 'Relevé', value: line.fileName },
          ]}
        />
      </Section>
      {line.state === 'OPEN' ? (
        <OpenLine line={line} noteFault={fault?.field === 'note' ? fault.message : null} />
      ) : null}
      {line.state === 'MATCHED' ? (
        <Section>
          <Notice tone="success" title="Cette ligne est un paiement enregistré">
            <TextLink to={`/cotisations/paiements/${line.paymentId}`}>Voir le paiement</TextLink>
          </Notice>
        </Section>
      ) : null}
      {line.state === 'IGNORED' ? (
        <Section>
          <Notice title="Cette ligne est mise de côté">
            <p>{line.note}</p>
          </Notice>
          <Form method="post">
            <SubmitButton tone="secondary" name="act" value="reopen">
              Reprendre cette ligne
            </SubmitButton>
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>

function OpenLine({ line, noteFault }: { line: Line; noteFault: string | null }) {
  return (
    <>
      <Section title="Ce que ce virement règle">
        {line.proposal ? (
          <Form method="post" className="space-y-4">
            <ProposalWords proposal={line.proposal} />
            <input type="hidden" name="expected" value={line.proposal.expected} />
            <SubmitButton name="act" value="accept" pending="Enregistrement en cours">
              {acceptWords(line.proposal)}
            </SubmitButton>
          </Form>
        ) : (
          <p>Aucune référence, aucun nom avec une somme exacte n’y est reconnu.</p>
        )}
        <ButtonLink to={`/cotisations/paiements/nouveau?ligne=${line.id}`} tone="secondary">
          {line.proposal ? 'Choisir autrement' : 'Choisir la cotisation'}
        </ButtonLink>
      </Section>
      <Section title="Ce n’est pas une cotisation">
        <Form method="post" className="space-y-6">
          <TextField
            name="note"
            id="note"
            label="Ce que c’est"
            help="Par exemple : subvention, virement interne"
            maxLength={300}
            errors={noteFault ? [noteFault] : undefined}
          />
          <FormActions consequence="La ligne ne sera plus proposée. Elle peut être reprise.">
            <SubmitButton tone="secondary" name="act" value="ignore">
              Mettre de côté
            </SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
