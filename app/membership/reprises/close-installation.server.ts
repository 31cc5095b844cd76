import { isInstalling } from '~/association/installation/is-installing.server'
import { markInstalled } from '~/association/write-association.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { lockOffices } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { forbidden, Refusal } from '~/platform/refusal'
import { seated } from './signers.server'

/** Who may say that the installation is over: the President. */
export const mayCloseInstallation = (ctx: Context): boolean => isPresident(ctx)

/**
 * The President says that what was decided before is entered: from then on one person alone takes nothing over. Not taken back;
 * done again, it changes nothing. Refused: anybody else (403), fewer than two officers who can sign in, for a reprise takes two.
 */
export async function closeInstallation(ctx: Context): Promise<void> {
  if (!mayCloseInstallation(ctx)) throw forbidden()
  await transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    if (!(await isInstalling(tx))) return
    if ((await seated(tx, parisDate(ctx.now))).size < 2)
      throw new Refusal(
        'Enregistrez d’abord un autre membre du Bureau qui a une adresse pour se connecter : une reprise demande deux signatures.',
      )
    await markInstalled(tx, parisDate(ctx.now))
    await journal(tx, ctx, { act: 'installation.closed', subject: 'Association', subjectId: '1' })
  })
}
