import type { Verify } from '~/platform/http/verify.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { list, plural } from '~/ui/format'
import { VerifyAct } from '~/ui/verify-act'
import type { SendingShown } from '../sending-shown.server'

/** Before a convocation or its correction leaves: to how many, by which channel, and the message as it will be read. */
export function VerifySending({ meetingId, verify }: { meetingId: string; verify: Verify<SendingShown> }) {
  const { fields, shown } = verify
  const { kind, mails, letters, signer, message } = shown
  const people = mails + letters.length
  return (
    <VerifyAct
      fields={fields}
      title={kind === 'convocation' ? 'la convocation' : 'la correction'}
      act={
        kind === 'convocation'
          ? `Envoyer la convocation à ${plural(people, 'membre')}`
          : `Confirmer l’envoi de la correction à ${plural(people, 'membre')}`
      }
      pending="Envoi en cours"
      tone="primary"
      back={`/assemblees/${meetingId}/convocation`}
      consequence={
        kind === 'convocation'
          ? 'Les droits de vote sont figés. Un envoi ne se reprend pas : on le corrige, ou on l’annule, par un autre envoi.'
          : 'Un envoi ne se reprend pas : il se corrige par un autre.'
      }
    >
      <p>
        Rien n’est encore parti. <Prepared count={mails} to="ces membres" />{' '}
        {letters.length > 0 ? `${plural(letters.length, 'lettre est', 'lettres sont')} à poster. ` : ''}Au nom de&nbsp;:{' '}
        {signer.name}, {signer.title.toLowerCase()}.
      </p>
      {letters.length > 0 ? <p>Par lettre&nbsp;: {list(letters)}.</p> : null}
      {message ? (
        <figure className="border border-rule bg-surface">
          <figcaption className="border-b border-rule bg-sunken px-4 py-3">
            Ce que lira <strong>{message.to}</strong> ; chacun a le sien, avec son nom, ses droits et ses réponses.
            <br />
            Objet&nbsp;: <strong>{message.subject}</strong>
          </figcaption>
          <div className="whitespace-pre-wrap break-words px-4 py-3 font-serif [overflow-wrap:anywhere]">
            {message.text}
          </div>
        </figure>
      ) : null}
    </VerifyAct>
  )
}
