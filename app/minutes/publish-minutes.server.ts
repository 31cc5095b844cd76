import type { Temporal } from 'temporal-polyfill'
import { association } from '~/association/in-force.server'
import { storeDocument } from '~/platform/documents.server'
import { transact, type Db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMails } from '~/platform/mail/queue.server'
import { appendRegister } from '~/platform/register/append.server'
import { sha256 } from '~/platform/secrets.server'
import type { AnyBody } from './body'
import { readBody } from './read-body'
import { SEALS } from './streams'
import { minutesPdf } from './minutes-pdf.server'
import { minutesTitle } from './wording'

/**
 * After the last signature: makes the PDF, seals its SHA-256 in the register and sends it to those who were convened.
 * A job: run twice, it publishes once (the row is locked and its file is set once).
 */
export async function publishMinutes(db: Db, minutesId: string, now: Temporal.Instant): Promise<void> {
  const pdf = await minutesPdf(db, minutesId)
  await transact(db, async (tx) => {
    await tx.$queryRaw`select 1 from "Minutes" where id = ${minutesId}::uuid for update`
    const minutes = await tx.minutes.findUniqueOrThrow({ where: { id: minutesId } })
    if (minutes.state !== 'SIGNED' || minutes.pdfDocumentId) return
    const body = readBody(minutes.body)
    const title = minutesTitle(body, minutes.number)
    const documentId = await storeDocument(
      tx,
      { bytes: new Uint8Array(pdf), fileName: `pv-${minutes.number}.pdf`, mime: 'application/pdf' },
      { title, kind: 'minutes', meetingId: minutes.meetingId, openSince: now, uploadedById: null, now },
    )
    await appendRegister(tx, {
      stream: SEALS,
      actor: 'system',
      kind: 'pdf',
      body: { minutesId, documentId, sha256: sha256(new Uint8Array(pdf)) },
      now,
    })
    await tx.minutes.update({ where: { id: minutesId }, data: { pdfDocumentId: documentId }, select: { id: true } })
    const { name } = await association(tx)
    const recipients = await tx.electorateEntry.findMany({
      where: { meetingId: minutes.meetingId, stage: 'CONVOCATION', convened: true, member: { leftOn: null } },
      select: {
        label: true,
        member: {
          select: {
            email: true,
            accountId: true,
            representatives: {
              where: { until: null, email: { not: null } },
              select: { email: true, accountId: true },
              take: 1,
            },
          },
        },
      },
    })
    await queueMails(
      tx,
      recipients.flatMap(({ label, member }) => {
        const reached = member.email ? member : member.representatives[0]
        if (!reached?.email) return []
        return [
          {
            template: 'minutes-signed' as const,
            props: {
              associationName: name,
              name: label,
              title,
              meeting: `${body.meeting.bodyName} du ${body.meeting.date}`,
              decisions: decisions(body),
              url: `${env().PUBLIC_URL}/registre/${minutes.number}`,
            },
            to: { address: reached.email, name: label },
            accountId: reached.accountId,
            meetingId: minutes.meetingId,
            attachments: [{ filename: `pv-${minutes.number}.pdf`, mime: 'application/pdf', documentId }],
          },
        ]
      }),
      now,
    )
  })
}

const OUTCOMES: Record<string, string> = {
  ADOPTED: 'adoptée',
  REJECTED: 'rejetée',
  INVALID: 'non votée, faute de quorum',
}

function decisions(body: AnyBody): string[] {
  if (body.kind === 'CORRECTION') return []
  return body.items.flatMap(({ resolutions }) =>
    resolutions.flatMap(({ number, title, state }) =>
      OUTCOMES[state] ? [`Résolution ${number}, ${title} : ${OUTCOMES[state]}`] : [],
    ),
  )
}
