import type { Email } from 'postal-mime'
import { readTextBounce } from './text-bounce'

/** What a bounce says of one of our messages: it failed for good, or it is only late. */
export type DeliveryReport = { mailId: string; permanent: boolean; detail: string }

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** A mailing program that left for good or waits, as far as the message itself proves it. */
type Verdict = Omit<DeliveryReport, 'mailId'>

/**
 * Reads a returned message: a delivery status notification (RFC 3464, RFC 6533), however loosely written, or the letter of a
 * mail system that writes no such part. Our message is named by the address that the bounce came to (`bounce+<mail id>@…`), by
 * the envelope id that we gave, or by our Message-ID in the headers sent back; never by its subject. Null: a person reads it.
 */
export function readDeliveryReport(mail: Email): DeliveryReport | null {
  const part = mail.attachments.find(({ mimeType }) => STATUS_PARTS.has(mimeType))
  const groups = part ? groupsOf(textOf(part.content)) : []
  const mailId = namedMail(mail, groups)
  const verdict = part ? readGroups(groups) : readTextBounce(mail, addressedTo(mail) !== undefined)
  return mailId && verdict ? { mailId, ...verdict } : null
}

/** The message of ours that a returned message names, whatever else it says; undefined when it names none. */
export function namedMail(mail: Email, groups: readonly Fields[] = []): string | undefined {
  const envelope = groups.map((group) => group.get('original-envelope-id')?.match(UUID)?.[0]).find(Boolean)
  return (addressedTo(mail) ?? envelope ?? returnedMessageId(mail))?.toLowerCase()
}

const STATUS_PARTS = new Set(['message/delivery-status', 'message/global-delivery-status'])
const RETURNED_PARTS = new Set(['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers'])

/** The first recipient that failed, else the first that waits; servers often forget the group of the message itself. */
function readGroups(groups: readonly Fields[]): Verdict | null {
  const judged = groups.flatMap((group) => {
    const permanent = isPermanent(group)
    return permanent === null ? [] : [{ permanent, detail: detailOf(group) }]
  })
  return judged.find(({ permanent }) => permanent) ?? judged[0] ?? null
}

type Fields = Map<string, string>

/** The blank-line groups of the report, each a list of « Name: value » fields that may run over several lines. */
function groupsOf(report: string): Fields[] {
  return report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n\s*\n/)
    .map(
      (group) =>
        new Map(
          [...group.matchAll(/^([\w-]+)[ \t]*:[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [
            name.toLowerCase(),
            value.trim(),
          ]),
        ),
    )
    .filter((fields) => fields.size > 0)
}

/** Whether the server gave up; false: it still tries; null: a success, a relay, or a group that judges no recipient. */
function isPermanent(fields: Fields): boolean | null {
  const action = fields
    .get('action')
    ?.toLowerCase()
    .match(/^[a-z]+/)?.[0]
  const status = fields.get('status')?.match(/^([245])\.\d{1,3}\.\d{1,3}/)?.[1]
  if (action === 'delayed') return false
  if (action === 'failed') return status === '2' ? null : true
  if (action !== undefined) return null
  return status === '5' ? true : status === '4' ? false : null
}

const detailOf = (fields: Fields) =>
  [fields.get('status'), fields.get('diagnostic-code')?.replace(/^smtp;\s*/i, '')]
    .filter(Boolean)
    .join(' — ')
    .slice(0, 500)

const DELIVERED_TO = new Set(['delivered-to', 'x-original-to', 'envelope-to'])

function addressedTo(mail: Email): string | undefined {
  const delivered = mail.headers.filter(({ key }) => DELIVERED_TO.has(key)).map(({ value }) => value)
  const addresses = [...(mail.to ?? []).map(({ address }) => address ?? ''), ...delivered]
  return addresses.map((address) => address.match(new RegExp(`\\+(${UUID.source})@`, 'i'))?.[1]).find(Boolean)
}

/** Our own Message-ID (`<mail id@host>`) in what was sent back of our message. */
function returnedMessageId(mail: Email): string | undefined {
  const pattern = new RegExp(`^Message-ID[ \\t]*:\\s*<(${UUID.source})@`, 'im')
  return mail.attachments
    .filter(({ mimeType }) => RETURNED_PARTS.has(mimeType))
    .map(({ content }) => textOf(content).match(pattern)?.[1])
    .find(Boolean)
}

const textOf = (content: string | ArrayBuffer | Uint8Array) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
