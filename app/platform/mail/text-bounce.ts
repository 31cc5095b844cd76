import type { Email } from 'postal-mime'

const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)$/i
/** Words of a system that still tries: it writes again when it gives up. */
const STILL_TRIES = /\b(delay(ed)?|warning|will (keep|continue) (on )?trying|retard|nouvelle tentative|en attente)\b/i

/** « 550 5.1.1 », « 554 », « 5.2.2 »: a reply code, an enhanced code, or both. */
const CODE = /(?<![\d.])(?:([45])\d\d(?![\d.])(?:[ -]\1\.\d{1,3}\.\d{1,3})?|([45])\.\d{1,3}\.\d{1,3})(?![\d.])/

/**
 * A bounce written as a letter (qmail, Exim, old Gmail, …). The proof is not its words: it came to the address of one message of
 * ours (`named`), from a mail system, with an empty return path, which no person and no answer on holiday has. Its class is that
 * of the first reply code. Null when any of this is missing: a person reads it.
 */
export function readTextBounce(mail: Email, named: boolean): { permanent: boolean; detail: string } | null {
  if (!named || !hasEmptyReturnPath(mail) || !isFromDaemon(mail)) return null
  const text = bodyOf(mail)
  const line = text.split('\n').find((each) => CODE.test(each))
  const found = line?.match(CODE)
  const failed = header(mail, 'x-failed-recipients') !== undefined
  const permanent = failed || (found?.[1] ?? found?.[2]) === '5'
  if (!failed && (!found || (permanent && STILL_TRIES.test(mail.subject ?? '')))) return null
  return { permanent, detail: (line ?? mail.subject ?? '').trim().slice(0, 500) }
}

const header = (mail: Email, name: string) => mail.headers.find(({ key }) => key === name)?.value

const hasEmptyReturnPath = (mail: Email) => /^<?\s*>?$/.test(header(mail, 'return-path') ?? 'none')

const isFromDaemon = ({ from }: Email) => DAEMON.test(from?.address?.split('@')[0] ?? '')

/** What the system wrote; not what it sent back of our own message, whose figures are no codes. */
function bodyOf(mail: Email): string {
  const text = (mail.text ?? mail.html?.replace(/<[^>]+>/g, ' ') ?? '').replace(/\r\n?/g, '\n')
  return text.split(/\n(?:-{3,}.*(?:copy|original|copie).*|Received: .*)\n?/i)[0] ?? text
}
