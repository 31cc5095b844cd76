import { data } from '@remix-run/node'
import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { judgeCompetence } from '~/statutes/competence'
import { moneyInput } from '~/ui/format'
import { effectNames } from '../effect-names.server'
import { effectSentence, isFromFile, readEffect, type Effect } from '../effect'
import { EFFECT_LABELS, type FormEffect } from './resolution.form'

const KINDS = Object.keys(EFFECT_LABELS) as FormEffect[]

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
    fromFile === null ? (KINDS.find((one) => one === (input.effect ?? stored.kind)) ?? 'none') : ('file' as const)
  const choices = KINDS.map((value) => {
    const { outcome, reasons } = judgeCompetence(statutes, meeting.body, value)
    return {
      value,
      label: EFFECT_LABELS[value],
      lawful: outcome === 'lawful',
      reasons: outcome === 'lawful' ? [] : reasons,
    }
  })
  const founder = statutes.admission.founder
  const category = {
    'grant-founder': founder.from,
    'award-honorary': undefined,
    'set-dues': undefined,
    file: undefined,
    none: undefined,
  }[kind]
  const members = ['award-honorary', 'grant-founder'].includes(kind)
    ? await ctx.db.member.findMany({
        where: {
          category: kind === 'award-honorary' ? { not: 'honorary' } : category,
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
    members: members.map(({ id, label }) => ({ value: id, label })),
    categories: paying.map(([key, { label }]) => ({ key, label })),
    values: {
      title: resolution?.title ?? '',
      text: resolution?.text ?? '',
      secret: resolution?.secret ? 'on' : '',
      ...effectValues(fromFile === null && stored.kind === kind ? stored : null, {
        date: isoDate(meeting.date),
        paying: paying.map(([key]) => key),
      }),
    },
  }
}

/** What the fields of an effect hold at first: what is stored, else the likeliest. */
function effectValues(effect: Effect | null, { date, paying }: { date: string; paying: string[] }) {
  const next = Number(date.slice(0, 4)) + 1
  const dues = effect?.kind === 'set-dues' ? effect : null
  return {
    year: String(dues?.year ?? next),
    dueOn: dues?.dueOn ?? `${next}-03-31`,
    lateJoiners: dues?.lateJoiners ?? 'FULL',
    amounts: Object.fromEntries(paying.map((key) => [key, moneyInput(dues?.amounts[key])])),
    memberId: effect && 'memberId' in effect ? effect.memberId : '',
  }
}
