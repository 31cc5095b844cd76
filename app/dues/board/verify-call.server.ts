import type { Context } from '~/platform/context'
import { demandVerified } from '~/platform/http/verify.server'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { preparedSentence } from '~/platform/mail/prepared'
import { euros, plural } from '~/ui/format'
import { previewCall } from '../ladder/call-preview.query.server'

type Asked = { form: FormData; year: number; takenOver: boolean }

/** The call of a year is read once more: how many are written to, by which channel, for which sum. */
export async function verifyCall(ctx: Context, { form, year, takenOver }: Asked): Promise<void> {
  if (!Number.isInteger(year)) return
  const period = await ctx.db.duesPeriod.findUnique({ where: { year }, select: { id: true } })
  if (!period) return
  const { opened, mails, letters, owedCents } = await previewCall(ctx, period.id)
  if (mails + letters === 0) return
  const sum = `${plural(mails + letters, 'membre')}, ${euros(owedCents)} au total.`
  const joined = opened > 0 ? [`${plural(opened, 'cotisation s’ouvre', 'cotisations s’ouvrent')} d’abord.`] : []
  const back = `/cotisations/exercices/${year}`
  if (takenOver)
    return demandVerified(form, {
      title: `la cotisation ${year}, déjà appelée ailleurs`,
      facts: [sum, ...joined, 'Aucun message n’est préparé.'],
      act: `Noter la cotisation ${year} comme appelée`,
      pending: 'Enregistrement en cours',
      tone: 'danger',
      back,
      consequence: 'C’est définitif : le premier rappel est l’étape qui vient.',
    })
  const posted = letters > 0 ? [`${plural(letters, 'courrier')} à poster, faute de courriel.`] : []
  demandVerified(form, {
    title: `l’appel de la cotisation ${year}`,
    facts: [sum, ...joined, preparedSentence({ to: 'ces membres', count: mails }, mailLeaving()), ...posted],
    act: `Appeler ${plural(mails + letters, 'membre')}`,
    pending: 'Appel en cours',
    tone: 'primary',
    back,
    consequence: 'Un appel ne se reprend pas. Les rappels se préparent ensuite d’eux-mêmes, chacun en son temps.',
  })
}
