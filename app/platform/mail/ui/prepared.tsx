import { createContext, useContext } from 'react'
import type { Leaving } from '../leaving'
import { preparedSentence } from '../prepared'

/** What becomes of messages on this site. Given by the root, which knows the settings. */
export const MailLeaving = createContext<Leaving>('leaves')

/** « Un courriel est préparé pour le membre. », and that it waits where no server is set. */
export const Prepared = (preparing: Parameters<typeof preparedSentence>[0]) => (
  <>{preparedSentence(preparing, useContext(MailLeaving))}</>
)
