import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import type { Context } from '~/platform/context'
import { parisDate } from '~/platform/clock.server'
import { lastTelling, notVotable } from '../convene/votable.server'
import { effectSentence, readEffect } from '~/effects'
import { effectNames } from '~/effects/names.server'

/** The agenda as officers write it: points in order, their resolutions, documents, and what adoption would do. */
export async function agendaPage(ctx: Context, meeting: Meeting) {
  const [{ statutes }, late, telling, items] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    notVotable(ctx.db, meeting),
    lastTelling(ctx.db, meeting, parisDate(ctx.now)),
    ctx.db.agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      include: {
        resolutions: { orderBy: { number: 'asc' } },
        documents: { orderBy: { createdAt: 'asc' }, select: { id: true, title: true, openSince: true } },
      },
    }),
  ])
  const effects = items.flatMap(({ resolutions }) => resolutions.map(({ effect }) => readEffect(effect)))
  const names = await effectNames(ctx.db, statutes, effects)
  const changeable = meeting.session === 1 && (meeting.state === 'DRAFT' || meeting.state === 'CONVENED')
  return {
    id: meeting.id,
    second: meeting.session === 2,
    notVotable: late,
    telling,
    editable: changeable && may(ctx.actor, 'meetings.prepare'),
    items: items.map(({ id, position, title, kind, notes, resolutions, documents }) => ({
      id,
      position,
      title,
      kind,
      notes,
      documents: documents.map((document) => ({
        id: document.id,
        title: document.title,
        open: document.openSince !== null,
      })),
      resolutions: resolutions.map((one) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        text: one.text,
        secret: one.secret,
        unanimity: one.kind === 'UNANIMITY',
        pending: one.state === 'PENDING',
        withdrawn: one.state === 'WITHDRAWN',
        effect: effectSentence(readEffect(one.effect), names),
      })),
    })),
  }
}

export type AgendaItemView = Awaited<ReturnType<typeof agendaPage>>['items'][number]
export type ResolutionView = AgendaItemView['resolutions'][number]
