/**
 * What the mail server answered: taken, refused for good, or « not now » (which includes every fault of ours or of the network);
 * `none` when it had the whole message and nothing was heard of it since.
 */
export type SmtpAnswer = { outcome: 'accepted' | 'refused' | 'later' | 'none'; text: string }

/** Nobody knows whether it arrived: sent again it could be received twice, so a person decides. */
export const NO_ANSWER: SmtpAnswer = {
  outcome: 'none',
  text: 'aucune. Le message était transmis en entier, et la connexion s’est arrêtée avant que le serveur réponde : il est peut-être arrivé, et n’est pas renvoyé de lui-même.',
}

/**
 * Reads a failed sending. Refused for good: 5xx to the recipient (RCPT TO) or to the content (DATA), or an address that
 * no server could take. A 5xx to our sign-in or to our sender address is a fault of our settings: the mail waits. `handed`: the
 * whole message had been given.
 */
export function failureAnswer(error: unknown, handed: boolean): SmtpAnswer {
  const { code, command, responseCode, response, message } = fieldsOf(error)
  if (handed && responseCode === null) return NO_ANSWER
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
