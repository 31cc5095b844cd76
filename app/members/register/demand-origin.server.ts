import { isInstalling } from '~/association/installation/is-installing.server'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { reason, type Reason } from '~/statutes/ruling'
import type { Origin } from './origin'

/** 6.2-a: why nobody enters by a form or a file any more, and what to do instead. */
export const INSTALLED: Reason = reason(
  '6.2-a',
  'L’installation est close : un nouveau membre entre par sa demande d’adhésion et la décision qui l’admet, ou, s’il a été admis ailleurs, par une reprise que signent deux membres du Bureau.',
)

/** What is taken over freely is so during the installation only. Refused (409, article 6.2) once it is closed. */
export async function demandOrigin(tx: Tx, origin: Origin): Promise<void> {
  if (origin.kind !== 'installation' || (await isInstalling(tx))) return
  throw new Refusal(INSTALLED.sentence, { reasons: [INSTALLED] })
}
