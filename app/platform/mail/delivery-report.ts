import type { Email } from 'postal-mime'

/** What a bounce says of one of our messages: it failed for good, or it is only late. */
export type DeliveryReport = { mailId: string; permanent: boolean; detail: string }

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * Reads a delivery status notification (RFC 3464). The message is named by the address that the bounce came to
 * (`bounce+<mail id>@…`) or by the envelope id that we gave, never by its subject. Null: not such a notification, or
 * not of ours; a person reads it.
 */
export function readDeliveryReport(mail: Email): DeliveryReport | null {
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!part) return null
  const [message, ...recipients] = groupsOf(textOf(part.content))
  const mailId = (addressedTo(mail) ?? message?.get('original-envelope-id')?.match(UUID)?.[0])?.toLowerCase()
  const failed = recipients.find((group) => classOf(group) !== null)
  const status = failed && classOf(failed)
  if (!mailId || !failed || !status) return null
  return { mailId, permanent: status === '5', detail: detailOf(failed) }
}

type Fields = Map<string, string>

/** The blank-line groups of the report, each a list of « Name: value » fields that may run over several lines. */
function groupsOf(report: string): Fields[] {
  return report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map(
      (group) =>
        new Map(
          [...group.matchAll(/^([\w-]+):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [
            name.toLowerCase(),
            value.trim(),
          ]),
        ),
    )
    .filter((fields) => fields.size > 0)
}

/** '5' when the server gave up, '4' when it still tries; a success or a relay report is none of our business. */
function classOf(fields: Fields): '4' | '5' | null {
  const status = fields.get('status')?.match(/^([245])\.\d{1,3}\.\d{1,3}/)?.[1]
  const action = fields.get('action')?.toLowerCase()
  if (status === '5' || (action === 'failed' && status !== '2')) return '5'
  return status === '4' || action === 'delayed' ? '4' : null
}

const detailOf = (fields: Fields) =>
  [fields.get('status'), fields.get('diagnostic-code')?.replace(/^smtp;\s*/i, '')]
    .filter(Boolean)
    .join(' — ')
    .slice(0, 500)

function addressedTo(mail: Email): string | undefined {
  const delivered = mail.headers.filter(({ key }) => key === 'delivered-to' || key === 'x-original-to')
  const addresses = [...(mail.to ?? []).map(({ address }) => address ?? ''), ...delivered.map(({ value }) => value)]
  return addresses.map((address) => address.match(new RegExp(`\\+(${UUID.source})@`, 'i'))?.[1]).find(Boolean)
}

const textOf = (content: string | ArrayBuffer | Uint8Array) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
