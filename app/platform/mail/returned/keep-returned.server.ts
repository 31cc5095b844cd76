import type { Email } from 'postal-mime'
import { now } from '../../clock.server'
import { dateFromInstant } from '../../dates'
import { db } from '../../db.server'
import { sha256 } from '../../secrets.server'
import { namedMail } from '../delivery-report'

const MOST_SIGNS = { sender: 200, subject: 300, excerpt: 1_500 }

/**
 * Keeps a message of the box of returns that proves nothing by itself, once however often it is found: a person reads it. An
 * automatic answer (on holiday, received), or the trial of the box itself, is filed as without effect, and may still be read and judged otherwise.
 */
export async function keepReturned(
  source: Uint8Array,
  mail: Email | null,
  trialId: string | null = null,
): Promise<void> {
  const named = mail ? namedMail(mail) : undefined
  const known = named === undefined ? null : await db().mail.findUnique({ where: { id: named }, select: { id: true } })
  const automatic = trialId !== null || (mail !== null && isAutomaticAnswer(mail))
  const at = dateFromInstant(await now())
  const text = mail?.text ?? mail?.html?.replace(/<[^>]+>/g, ' ') ?? ''
  await db().returnedMail.createMany({
    data: [
      {
        sourceHash: sha256(source),
        sender: shown(mail?.from?.address ?? mail?.from?.name ?? '', MOST_SIGNS.sender),
        subject: shown(mail?.subject ?? '', MOST_SIGNS.subject),
        excerpt: shown(text, MOST_SIGNS.excerpt),
        mailId: trialId ?? known?.id ?? null,
        foundAt: at,
        ...(automatic && { state: 'NO_EFFECT' as const, decidedAt: at }),
      },
    ],
    skipDuplicates: true,
  })
}

/** RFC 3834: says itself that no person wrote it, and has the return path of one. */
function isAutomaticAnswer(mail: Email): boolean {
  const value = (name: string) => mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? ''
  return value('auto-submitted').startsWith('auto-replied') && value('return-path').includes('@')
}

// PostgreSQL keeps no NUL, and nobody reads the other controls
const shown = (text: string, most: number) =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, most)
