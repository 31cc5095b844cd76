/** What the mail server answered: taken, refused for good, or « not now » (which includes every fault of ours or of the network). */
export type SmtpAnswer = { outcome: 'accepted' | 'refused' | 'later'; text: string }

/**
 * Reads a failed sending. Refused for good: 5xx to the recipient (RCPT TO) or to the content (DATA), or an address that
 * no server could take. A 5xx to our sign-in or to our sender address is a fault of our settings: the mail waits.
 */
export function failureAnswer(error: unknown): SmtpAnswer {
  const { code, command, responseCode, response, message } = fieldsOf(error)
  const text = (response ?? message).slice(0, 500)
  const aboutTheMail = command === 'RCPT TO' || command === 'DATA'
  if (aboutTheMail && responseCode !== null && responseCode >= 500) return { outcome: 'refused', text }
  if (code === 'EENVELOPE' && command === 'API') return { outcome: 'refused', text }
  return { outcome: 'later', text }
}

function fieldsOf(error: unknown) {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {}
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    code: text(fields.code),
    command: text(fields.command),
    responseCode: typeof fields.responseCode === 'number' ? fields.responseCode : null,
    response: text(fields.response),
    message: error instanceof Error ? error.message : String(error),
  }
}
