import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { shortDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { HeldReasons } from './held-reasons'
import type { CourierPage } from '../courier-page.query.server'
import { failedWord } from './failed-word'

export type Returned = CourierPage['returned'][number]

const WRITTEN_TODAY = 'Un message est déjà parti aujourd’hui à ce membre : renvoyez celui-ci demain.'

/** Those whose address was corrected since: each leaves again in one press. */
export function ResendList({ corrected }: { corrected: readonly Returned[] }) {
  return (
    <div className="max-w-[46rem]">
      <h3 className="text-[1.125rem]">Adresse corrigée depuis</h3>
      <ul className="divide-y divide-rule">
        {corrected.map((one) => (
          <li key={one.key} className="space-y-2 py-3">
            <p>{one.label}</p>
            <p className="text-[0.9375rem] text-muted">
              <Failure {...one} newAddress={null} />
            </p>
            {one.by.length > 0 ? (
              <HeldReasons by={one.by} />
            ) : one.writtenToday ? (
              <p className="text-[0.9375rem]">{WRITTEN_TODAY}</p>
            ) : (
              <Form method="post">
                <input type="hidden" name="intent" value="resend" />
                <SubmitButton tone="secondary" name="mailId" value={one.mailId} pending="Renvoi en cours">
                  <span className="wrap-anywhere">Renvoyer par courriel à {one.newAddress}</span>
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What failed, when, at which address. */
export function Failure({ what, on, waiting, failedOn, address, newAddress, memberId, ...failed }: Returned) {
  return (
    <>
      {what} du {shortDate(on)}, courriel{' '}
      {waiting ? 'non parti, faute de serveur de messagerie' : `${failedWord(failed)} le ${shortDate(failedOn)}`}
      &nbsp;: <span className="wrap-anywhere">{address}</span>
      {newAddress ? ' (corrigée depuis)' : ''}. <TextLink to={`/membres/${memberId}`}>Fiche du membre</TextLink>
    </>
  )
}
