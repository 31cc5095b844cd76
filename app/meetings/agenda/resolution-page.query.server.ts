import { data } from '@remix-run/node'
import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { judgeCompetence } from '~/statutes/competence'
import { effectNames } from '~/effects/names.server'
import { effectSentence, FORM_KINDS, formPart, isFromFile, readEffect } from '~/effects'
import { shownFields } from './shown-fields'

/** One resolution being written: what it may do in this body, the members it may concern, what is there already. */
export async function resolutionPage(
  ctx: Context,
  meeting: Meeting,
  input: { itemId: string; resolutionId: string | null; effect: string | null },
) {
  const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
  const [item, resolution] = await Promise.all([
    ctx.db.agendaItem.findFirst({ where: { id: input.itemId, meetingId: meeting.id, kind: 'VOTE' } }),
    input.resolutionId
      ? ctx.db.resolution.findFirst({ where: { id: input.resolutionId, agendaItemId: input.itemId, state: 'PENDING' } })
      : null,
  ])
  if (!item || (input.resolutionId && !resolution)) throw data(null, { status: 404 })
  const stored = readEffect(resolution?.effect)
  const fromFile = isFromFile(stored.kind)
    ? (effectSentence(stored, await effectNames(ctx.db, statutes, [stored])) ?? '')
    : null
  const kind =
    fromFile === null ? (FORM_KINDS.find((one) => one === (input.effect ?? stored.kind)) ?? 'none') : ('file' as const)
  const choices = FORM_KINDS.map((value) => {
    const { outcome, reasons } = judgeCompetence(statutes, meeting.body, value)
    return {
      value,
      label: formPart(value).label,
      lawful: outcome === 'lawful',
      reasons: outcome === 'lawful' ? [] : reasons,
    }
  })
  const form = kind === 'file' ? null : formPart(kind)
  const candidates = form?.candidates?.(statutes)
  const members = candidates
    ? await ctx.db.member.findMany({
        where: {
          ...candidates,
          OR: [{ leftOn: null }, { leftOn: { gt: dateColumn(isoDate(meeting.date)) } }],
        },
        orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
        select: { id: true, label: true },
        take: 5_000,
      })
    : []
  const paying = Object.entries(statutes.categories).filter(([, { paysDues }]) => paysDues)
  return {
    id: meeting.id,
    item: { id: item.id, title: item.title },
    resolutionId: resolution?.id ?? null,
    number: resolution?.number ?? null,
    kind,
    /** what it does when that comes from a file, in a sentence */
    fromFile,
    choices: fromFile === null ? choices : [],
    values: {
      title: resolution?.title ?? '',
      text: resolution?.text ?? '',
      secret: resolution?.secret ? 'on' : '',
    },
    fields: (form?.fields ?? []).flatMap((field) => shownFields(field, { members, paying })),
    fieldValues:
      form?.initial(stored.kind === kind ? stored : null, {
        date: isoDate(meeting.date),
        paying: paying.map(([key]) => key),
      }) ?? {},
    unanimity: form?.unanimityOf !== undefined,
  }
}
