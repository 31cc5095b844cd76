import type { Context } from '~/platform/context'
import { demandVerified } from '~/platform/http/verify.server'
import { list } from '~/ui/format'
import { minutesPage } from './minutes-page.query.server'
import { ROLE_LABELS } from './signatories'

type Asked = { form: FormData; meetingId: string }

/** Before the text is offered for signature. Nothing to read for who may not: the command answers. */
export async function verifyFixing(ctx: Context, { form, meetingId }: Asked): Promise<void> {
  const { draft, title, untold } = await minutesPage(ctx, meetingId)
  if (!draft) return
  demandVerified(form, {
    title: 'fixer le texte du procès-verbal',
    facts: [`${title}, version ${draft.version}.`, ...(untold ? [untold] : [])],
    act: 'Fixer ce texte',
    pending: 'En cours',
    tone: 'primary',
    back: `/assemblees/${meetingId}/pv`,
    consequence:
      'Il est proposé à la signature tel qu’il se lit. Il se reprend tant que les signatures ne sont pas données.',
  })
}

/** Before a signature, which nobody takes back. */
export async function verifySigning(ctx: Context, { form, meetingId, minutesId }: Asked & { minutesId: string }) {
  const page = await minutesPage(ctx, meetingId)
  const main = page.minutesId === minutesId ? page : null
  const signed = main ?? page.corrections.find(({ id }) => id === minutesId)
  if (!signed?.maySign?.fresh) return
  const { title, maySign, missing } = signed
  const last = missing.length <= 1
  demandVerified(form, {
    title: 'votre signature',
    facts: [
      `« ${title} », en qualité de : ${ROLE_LABELS[maySign.role].toLowerCase()}.`,
      ...(main?.untold ? [main.untold] : []),
      ...(last ? [] : [`Signatures attendues : ${list(missing.map((role) => role.toLowerCase()))}.`]),
    ],
    act: 'Donner ma signature',
    pending: 'Signature en cours',
    tone: 'primary',
    back: `/assemblees/${meetingId}/pv`,
    consequence: last
      ? 'C’est la dernière signature : le texte est numéroté, inscrit au registre et ne change plus.'
      : 'Une signature ne se retire pas. Le texte est inscrit au registre une fois toutes les signatures données.',
  })
}
